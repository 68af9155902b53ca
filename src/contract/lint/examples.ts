import { didYouMean } from '../../errors.js';
import { findExample, findResponse, replyMediaType } from '../../language/findExample.js';
import type { Place, Reply } from '../../language/lifecycle.js';
import type { Issue } from '../issue.js';
import { examplePlace } from './examplePlace.js';
import { fillTexts } from './fillTexts.js';
import { error, namesOf } from './finding.js';
import type { SchemaCheck } from './schemaCheck.js';
import { called, decideRows, failureRowsOf, type LintSubject } from './subject.js';

interface UsedReply {
  readonly said: string;
  readonly place: Place;
  readonly reply: Reply;
  /** The operations whose response of that status the example must fit. */
  readonly operations: readonly string[];
}

/** Every example a reply names exists and, its texts filled in, fits the schema of the response it is sent with. */
export function examplesFit(subject: LintSubject, check: SchemaCheck): readonly Issue[] {
  const misfits = new Map<string, Issue>();
  const absent: Issue[] = [];
  for (const used of usedReplies(subject)) {
    const { reply, operations } = used;
    const { example } = reply;
    if (example === undefined) continue;
    const owners = operations.length === 0 ? [undefined] : operations;
    if (owners.some((id) => !findExample(subject.document, id, reply.status, example))) {
      absent.push(missing(subject, used, example));
      continue;
    }
    for (const id of operations) {
      const issue = misfit(subject, used, example, id, check);
      // Many rows send one example; that it does not fit is said once, where it is written.
      const key = JSON.stringify(issue?.place);
      if (issue && !misfits.has(key)) misfits.set(key, issue);
    }
  }
  return [...absent, ...misfits.values()];
}

function usedReplies(subject: LintSubject): UsedReply[] {
  const decided = decideRows(subject).map(({ row, operationId }) => ({
    said: called(row),
    place: row.place,
    reply: row.reply,
    operations: [operationId],
  }));
  const refused = failureRowsOf(subject).flatMap(({ row, operationId }) => {
    const operations =
      operationId === undefined ? (row.when.operation ?? namesOf(subject.lifecycle.operations)) : [operationId];
    return row.reply ? [{ said: called(row), place: row.place, reply: row.reply, operations }] : [];
  });
  return [...decided, ...refused];
}

function missing({ document }: LintSubject, { said, place, reply, operations }: UsedReply, example: string): Issue {
  const own = operations.flatMap((id) => namesOf(replyMediaType(findResponse(document, id, reply.status))?.examples));
  const known = [...new Set([...own, ...namesOf(document.components?.examples)])];
  const hint = didYouMean(example, known);
  const message = `${said} answers with the example "${example}", which is neither under its response nor under components.examples.${hint || ' Add it there.'}`;
  return error('lint-example-missing', place, message);
}

function misfit(
  subject: LintSubject,
  used: UsedReply,
  example: string,
  id: string,
  check: SchemaCheck,
): Issue | undefined {
  const { document, lifecycle } = subject;
  const { reply, said, place } = used;
  const response = findResponse(document, id, reply.status);
  const value = findExample(document, id, reply.status, example)?.value;
  // A status the document does not list promises no body that could be missed.
  if (!response || value === null || value === undefined) return undefined;
  const schema = replyMediaType(response)?.schema;
  if (!schema) {
    if (reply.status !== 204 && response.content) return undefined;
    return error(
      'lint-example-misfit',
      place,
      `${said} sends the example "${example}", but the ${reply.status} response of ${id} has no body; leave the example out, or give the response content.`,
    );
  }
  for (const { filled, places } of fillTexts(value, lifecycle.switches)) {
    const [complaint] = check(schema, filled).filter(
      ({ instancePath, keyword }) => !places.has(instancePath) || keyword === 'type',
    );
    if (!complaint) continue;
    const at = complaint.instancePath === '' ? 'it' : complaint.instancePath;
    const message = `The example "${example}", sent by ${said.replace('Row', 'row')}, does not fit the ${reply.status} response of ${id}: ${at} ${complaint.message}.`;
    return error('lint-example-misfit', examplePlace(subject, id, reply.status, example), message);
  }
  return undefined;
}
