/**
 * Runs the examples of examples/documentation by the public command line, those whose language is on this machine, and
 * says for each whether it comes to what conformance/results/documentation.json holds. With TOMBSTONE_UPDATE_RESULTS in
 * the environment it writes the results first; what could not be run here stays as it was.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../src/contract/packageRoot.js';
import { readRepositoryFile } from './documentation.js';
import { type CallResults, exampleResultsFile, readExampleResults } from './judge-documentation/exampleResults.js';
import { type DocumentedCall, type Language, readGallery } from './judge-documentation/gallery.js';
import { hasExample, isPresent, runExample } from './judge-documentation/runExample.js';
import type { ExampleSummary } from './judge-documentation/summarizeExample.js';

interface Outcome {
  readonly call: DocumentedCall;
  readonly language: Language;
  readonly summary?: ExampleSummary;
  readonly problem?: string;
}

const { languages, calls } = readGallery(readRepositoryFile);
const present = languages.filter(isPresent);
const outcomes = calls.flatMap((call) =>
  present.filter((language) => isExpected(call, language)).map((language) => outcomeOf(call, language)),
);
if (process.env['TOMBSTONE_UPDATE_RESULTS'] !== undefined) save();
const saved = readExampleResults(readRepositoryFile);
const failed = outcomes.filter((outcome) => !tell(outcome)).length;
for (const { name } of languages.filter((language) => !present.includes(language)))
  console.log(`not run here: ${name}`);
console.log(`1..${outcomes.length}`);
process.exitCode = failed > 0 ? 1 : 0;

/** An example that has gone is a failure as long as there are results of it. */
function isExpected(call: DocumentedCall, language: Language): boolean {
  const before = readExampleResults(readRepositoryFile).find(({ operation }) => operation === call.operation);
  return hasExample(call, language) || before?.languages[language.name] !== undefined;
}

function outcomeOf(call: DocumentedCall, language: Language): Outcome {
  try {
    return { call, language, summary: runExample(call, language) };
  } catch (error) {
    return { call, language, problem: error instanceof Error ? error.message : String(error) };
  }
}

function save(): void {
  const before = readExampleResults(readRepositoryFile);
  const results = calls.flatMap((call): readonly CallResults[] => {
    const here = outcomes.flatMap((one) =>
      one.call === call && one.summary ? [{ ...one, summary: one.summary }] : [],
    );
    const [first] = here;
    if (first === undefined) return before.filter(({ operation }) => operation === call.operation);
    const { success, refusal } = first.summary;
    const now = {
      ...before.find(({ operation }) => operation === call.operation)?.languages,
      ...Object.fromEntries(here.map(({ language, summary }) => [language.name, summary.result])),
    };
    // In the order of the gallery, whatever was run before on another machine.
    const ordered = languages.flatMap(({ name }) => (now[name] ? [[name, now[name]] as const] : []));
    return [{ operation: call.operation, success, refusal, languages: Object.fromEntries(ordered) }];
  });
  writeFileSync(join(packageRoot, exampleResultsFile), `${JSON.stringify(results, undefined, 2)}\n`);
}

function tell({ call, language, summary, problem }: Outcome): boolean {
  const kept = saved.find(({ operation }) => operation === call.operation);
  const expected = JSON.stringify({
    success: kept?.success,
    refusal: kept?.refusal,
    result: kept?.languages[language.name],
  });
  const holds = JSON.stringify(summary) === expected;
  console.log(
    `${holds ? 'ok' : 'not ok'} - ${language.name}, ${call.operation}: comes to what ${exampleResultsFile} holds`,
  );
  if (!holds) {
    console.log(`  saved ${expected}\n  now   ${problem ?? JSON.stringify(summary)}`);
    console.log('  Where that is right, run it with TOMBSTONE_UPDATE_RESULTS=1, then `npm run docs`.');
  }
  return holds;
}
