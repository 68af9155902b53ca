import { conform } from '../conformance/conform.js';
import { findCase } from '../conformance/findCase.js';
import { plugIn } from '../conformance/plugIn.js';
import type { Rung, RungName } from '../conformance/rung.js';
import { byHand } from '../conformance/rungs/byHand.js';
import { readVersion } from '../contract/readVersion.js';
import { heldCaseText } from '../reporters/heldCaseText.js';
import { caseText } from '../reporters/pretty/caseText.js';
import { startedClientText } from '../reporters/startedClientText.js';
import { enterPressed } from './enterPressed.js';
import type { Terminal } from './terminal.js';
import { wholeNumber } from './wholeNumber.js';

/** The longest a timer can wait, in milliseconds: more than three weeks. */
const forEver = 2 ** 31 - 1;

interface ReplayOptions {
  readonly rung?: Exclude<RungName, 'in-process'>;
  readonly contract?: string;
  readonly seed?: string;
  readonly wait?: true;
  readonly json?: true;
}

/** Takes a client, or a person, through one case. */
export async function replayCommand(
  id: string,
  { rung: name = 'session', contract: folder, seed, wait, json }: ReplayOptions,
  command: readonly string[],
  terminal: Terminal,
): Promise<number> {
  const { contract } = await findCase(id, folder);
  const onStart = (pid: number) => terminal.err(startedClientText(command, pid));
  const rung =
    command.length === 0
      ? byHand(async (message) => {
          terminal.err(heldCaseText(message, terminal.progress.paint));
          await enterPressed();
        })
      : waiting(await plugIn(name, command, [contract], { onStart }), wait === true, terminal);
  try {
    const report = await conform([contract], rung, {
      select: [id],
      seed: wholeNumber('seed', seed) ?? 1,
      timeout: forEver,
      version: readVersion(),
    });
    const [result] = report.cases.filter((one) => one.id === id);
    if (json) terminal.out(JSON.stringify({ format: 1, ...result }));
    else if (result) terminal.out(caseText(result, terminal.paint));
    return report.exitStatus;
  } finally {
    await rung.close();
  }
}

function waiting(rung: Rung, wait: boolean, terminal: Terminal): Rung {
  if (!wait) return rung;
  return {
    ...rung,
    get client() {
      return rung.client; // a program of the exec rung says who it is when it has run
    },
    async run(message, place) {
      terminal.err(rung.name === 'session' ? attachNow : startsAfterwards);
      await enterPressed();
      return rung.run(message, place);
    },
  };
}

const attachNow = 'It has not been asked for anything yet. Attach what you want to attach, then press Enter.';

/** There is no process to attach to before: it makes its calls as soon as it is there. */
const startsAfterwards =
  'The client is started when you press Enter, and goes on at once: let it wait for a debugger itself (node --inspect-brk, breakpoint()).';
