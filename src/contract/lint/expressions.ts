import { documentOperation } from '../../language/documentOperation.js';
import type { Expression } from '../../language/expression.js';
import type { Place } from '../../language/lifecycle.js';
import { requestPart } from '../../table/requestPart.js';
import type { Issue } from '../issue.js';
import { type Allowed, allowedBy, type UsedExpression, usesOf } from './expressionUses.js';
import { hasField } from './fields.js';
import { error, namesOf, unlessKnown } from './finding.js';
import type { LintRule, LintSubject } from './subject.js';

/** Every expression parses, asks for something that is declared, and stands where it has a value. */
export const expressionsResolve: LintRule = (subject) => {
  const complaints = usesOf(subject).flatMap((use) => check(subject, use).map((issue) => ({ use, issue })));
  // An example is sent by many rows; what is wrong in it is said once.
  const once = new Map<unknown, Issue>();
  for (const { use, issue } of complaints) {
    const key = use.example ? JSON.stringify([issue.place, use.text]) : issue;
    if (!once.has(key)) once.set(key, issue);
  }
  return [...once.values()];
};

function check(subject: LintSubject, use: UsedExpression): Issue[] {
  const { text, expression, said, place } = use;
  if (!expression) return [bad(place, `${said} has "${text}", which is no expression of the language.`)];
  const allowed = allowedBy(use.context);
  if (!allowed.includes(expression.from)) return [misplaced(place, said, text, expression, allowed)];
  return unresolved(subject, use, expression);
}

function unresolved(
  subject: LintSubject,
  { text, said, place, operationId, on, made }: UsedExpression,
  expression: Expression,
): Issue[] {
  const { lifecycle, document } = subject;
  const resource = lifecycle.resources[on ?? ''];
  switch (expression.from) {
    case 'request':
    case 'body':
      if (operationId === undefined || !documentOperation(document, operationId)) return [];
      if (requestPart(document, operationId, text)) return [];
      return [bad(place, `${said} asks for "${text}", which the document does not declare for ${operationId}.`)];
    case 'record':
      if (!resource || hasField(subject, resource, expression.pointer)) return [];
      return [bad(place, `${said} asks for "${text}", but ${on} has no such field.`)];
    case 'related': {
      const refs = resource?.refs ?? {};
      const to = lifecycle.resources[refs[expression.ref]?.to ?? ''];
      if (!to)
        return unlessKnown(
          place,
          `${said} asks for the related record`,
          expression.ref,
          `${on} has the refs`,
          namesOf(refs),
        );
      if (hasField(subject, to, expression.pointer)) return [];
      return [bad(place, `${said} asks for "${text}", but ${refs[expression.ref]?.to} has no such field.`)];
    }
    case 'switch':
      return unlessKnown(
        place,
        `${said} asks for the switch`,
        expression.name,
        'switches are',
        namesOf(lifecycle.switches),
      );
    case 'made':
      return unlessKnown(place, `${said} asks for the record made`, expression.name, 'this row makes', made);
    default:
      return [];
  }
}

const instead: Readonly<Partial<Record<Expression['from'], string>>> = {
  list: 'only a row with `list` has one',
  failure: 'only failure rows have one',
  missing: 'nothing is missing here',
  record: 'there is no record here',
  related: 'there is no record here',
  made: 'nothing is made here',
};

function misplaced(place: Place, said: string, text: string, expression: Expression, allowed: Allowed): Issue {
  const why = instead[expression.from] ?? 'it has no value here';
  const message = `${said} uses "${text}", but ${why}; possible are ${allowed.map((from) => `$${from === 'body' ? 'request.body' : from}`).join(', ')}.`;
  return error('lint-misplaced-expression', place, message);
}

function bad(place: Place, message: string): Issue {
  return error('lint-bad-expression', place, message);
}
