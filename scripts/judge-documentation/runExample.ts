import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../src/contract/packageRoot.js';
import { type DocumentedCall, galleryFolder, type Language } from './gallery.js';
import { type ExampleSummary, summarizeExample } from './summarizeExample.js';

/** Whether what a language needs is on this machine. */
export function isPresent({ needs, probe }: Language): boolean {
  const found = needs.every((name) => succeeds(['sh', '-c', 'command -v "$1"', 'sh', name]));
  return found && (probe === undefined || succeeds(probe));
}

/** Whether a call has an example in a language. */
export function hasExample(call: DocumentedCall, language: Language): boolean {
  return existsSync(exampleFile(call, language));
}

/**
 * Judges one example by the public command line, as any program.
 *
 * @throws Error where it cannot be built, or the run came to no report
 */
export function runExample(call: DocumentedCall, language: Language): ExampleSummary {
  const work = mkdtempSync(join(tmpdir(), 'tombstone-example-'));
  try {
    const filled = (argument: string) =>
      argument.replaceAll('{file}', exampleFile(call, language)).replaceAll('{work}', work);
    if (language.prepare) must(language.prepare.map(filled));
    const report = join(work, 'report.json');
    const cases = [call.success, call.refusal].flatMap((one) => ['--select', `${call.operation}/${one}`]);
    const [provider = ''] = call.operation.split('/');
    const program = join(packageRoot, 'dist', 'src', 'cli', 'main.js');
    const options = ['--rung', 'observe', '--suite', 'next', ...cases, '--reporter', `json=${report}`];
    const command = [...language.run.map(filled), ...call.arguments];
    const { status, stderr } = spawn([process.execPath, program, 'conform', provider, ...options, '--', ...command]);
    if (!existsSync(report)) throw new Error(`There is no report: exit status ${status}. ${stderr}`);
    return summarizeExample(JSON.parse(readFileSync(report, 'utf8')), call);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function exampleFile({ operation }: DocumentedCall, { file }: Language): string {
  return join(packageRoot, galleryFolder, operation, file);
}

function succeeds(command: readonly string[]): boolean {
  return spawn(command).status === 0;
}

function must(command: readonly string[]): void {
  const { status, stdout, stderr } = spawn(command);
  if (status !== 0) throw new Error(`${command.join(' ')} ended with ${status}. ${stdout}${stderr}`);
}

function spawn([program = '', ...args]: readonly string[]) {
  return spawnSync(program, args, { cwd: packageRoot, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
}
