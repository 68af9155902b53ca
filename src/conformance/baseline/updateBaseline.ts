import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type Document, isSeq, parseDocument } from 'yaml';
import type { CaseResult, RunReport } from '../result.js';
import { applyBaseline } from './applyBaseline.js';
import { readBaseline } from './readBaseline.js';

/** What an update changed. */
export interface BaselineUpdate {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

const heading = ' What this client is known to fail. Give each entry its reason, and the issue that follows it up.';

/**
 * Brings a baseline up to date with a run: entries that are out of date go, failures that are new come, and everything
 * else stays as it is written, comments included.
 *
 * @throws TombstoneError `bad-baseline`
 */
export async function updateBaseline(file: string, report: RunReport): Promise<BaselineUpdate> {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const isEmpty = text.trim() === '';
  const document = isEmpty ? newDocument() : parseDocument(text);
  const entries = isEmpty ? [] : (await readBaseline(file)).entries;
  const plain = report.cases.map(({ standing: _, ...result }) => result);
  const { cases, stale } = applyBaseline(plain, { file, entries });
  const removed = entries.filter(({ at }) => stale.some((text) => text.startsWith(`${at}:`)));
  for (const entry of removed.toReversed()) document.deleteIn([entries.indexOf(entry)]);
  const added = cases.filter(isNewFailure);
  for (const result of added) append(document, result);
  writeFileSync(file, document.toString({ lineWidth: 0 }));
  return { added: added.map(({ id }) => id), removed: removed.map((entry) => entry.case) };
}

function newDocument(): Document {
  const document = parseDocument('[]');
  document.commentBefore = heading;
  if (isSeq(document.contents)) document.contents.flow = false;
  return document;
}

function isNewFailure({ verdict, standing }: CaseResult): boolean {
  return verdict === 'fail' && standing === undefined;
}

function append(document: Document, { id, checks }: CaseResult): void {
  const failing = checks.filter(({ verdict }) => verdict === 'fail').map(({ slug }) => slug);
  const node = document.createNode({ case: id, checks: failing, because: 'Say here why.', wontfix: true });
  document.addIn([], node);
}
