import { basename } from 'node:path';

/** Which process a client is, and how a debugger gets hold of it. */
export function startedClientText([program = '']: readonly string[], pid: number): string {
  const [, ways] = debuggers.find(([name]) => name.test(basename(program))) ?? anyOther;
  return `The client is process ${pid}. To attach a debugger: ${ways(pid)}.`;
}

type Debugger = readonly [program: RegExp, ways: (pid: number) => string];

const anyOther: Debugger = [/^/, (pid) => `gdb -p ${pid}, lldb -p ${pid}; dlv attach ${pid} for Go`];

const debuggers: readonly Debugger[] = [
  [/^node(js)?(\.exe)?$/, (pid) => `node inspect -p ${pid}`],
  [/^python[\d.]*(\.exe)?$/, (pid) => `python3 -m pdb -p ${pid} (Python 3.14 and later), or gdb -p ${pid}`],
  [
    /^java(\.exe)?$/,
    () =>
      'jdb -attach 127.0.0.1:5005, where it was started with -agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:5005',
  ],
];
