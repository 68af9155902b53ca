import { authenticate } from '../engine/authenticate.js';
import type { Contract, LinkedOperation, ReplyParts } from '../engine/contract.js';
import { decide } from '../engine/decide.js';
import type { InputView } from '../engine/functions.js';
import { inputFailure } from '../engine/input/inputFailure.js';
import type { RawInput } from '../engine/input/readInput.js';
import { refuse } from '../engine/refuse.js';
import type { Route, Router } from '../engine/router.js';
import type { Failure, Surroundings } from '../engine/scope.js';
import type { Write } from '../store/store.js';
import { answerInPlace } from './faults/answerInPlace.js';
import type { StandingFaults } from './faults/standingFaults.js';
import type { ExchangeFacts } from './journal.js';
import type { AuthMode, PlainRequest } from './mock.js';
import { nearestOperations } from './nearestOperations.js';
import { partitionOf } from './partition.js';
import { findWorld, type World, type Worlds } from './world.js';

/** What a request comes to: the answer, what the journal says of it, and what is to be written. */
export interface Outcome {
  readonly reply: ReplyParts;
  readonly facts: ExchangeFacts;
  readonly world?: World;
  readonly writes: readonly Write[];
}

export interface AnswerContext {
  readonly router: Router;
  readonly worlds: Worlds;
  readonly auth: AuthMode;
  readonly faults: StandingFaults;
  readonly surroundings: (world: World, wall: number) => Surroundings;
}

const emptyBody = new Uint8Array();

/**
 * Takes one request through every step before and including the decision; nothing is written yet. `arrived` is wall time
 * in milliseconds: the clock is looked at once for each request.
 */
export function answer(request: PlainRequest, arrived: number, context: AnswerContext): Outcome {
  const mark = request.target.indexOf('?');
  const path = mark === -1 ? request.target : request.target.slice(0, mark);
  const query = mark === -1 ? '' : request.target.slice(mark + 1);
  const found = context.router(request.method, path, request.headers['host'] ?? '');
  if (found.kind !== 'found') return refuseRoute(request, path, found, arrived, context);
  const { contract, route } = found;
  const world = findWorld(context.worlds, contract.id);
  const surroundings = context.surroundings(world, arrived);
  const fault = context.faults.strike(route.name);
  const facts: ExchangeFacts = fault ? { operation: route.name, fault } : { operation: route.name };
  let operation: LinkedOperation | undefined;
  try {
    operation = route.operation();
    const inPlace =
      fault && answerInPlace(fault, arrived, (failure) => refuse(contract, operation, failure, surroundings));
    if (inPlace) return { reply: inPlace.reply, facts: { ...facts, ...inPlace.facts }, writes: [] };
    const raw: RawInput = { path: found.path, query, headers: request.headers, body: request.body };
    return answerCall({ contract, operation, world, surroundings, facts, arrived }, request, raw, context.auth);
  } catch (error) {
    return answerDefect({ contract, operation, surroundings, facts }, error);
  }
}

/** Takes a call past every way to be refused, to the row that decides it. */
function answerCall(called: Called, request: PlainRequest, raw: RawInput, auth: AuthMode): Outcome {
  const { contract, operation, world, surroundings, facts } = called;
  if (request.tooLarge) {
    const outcome = refused(called, { kind: 'tooLarge', explanation: 'The body is larger than the mock takes.' });
    if (outcome) return outcome;
  }
  const { method, target, headers, body = emptyBody } = request;
  const authentication = authenticate(operation, { method, target, headers, body }, auth, called.arrived);
  if ('failure' in authentication) {
    const outcome = refused(called, authentication.failure);
    if (outcome) return outcome;
  }
  const read = operation.readInput(raw);
  const { input } = read;
  const partition = partitionOf(contract, input);
  const failure =
    foreignPartition('failure' in authentication ? undefined : authentication.partition, partition) ??
    ('failure' in read ? read.failure : undefined) ??
    invalidInput(operation, input);
  const outcome = (failure && refused(called, failure, input)) ?? refuseUnknown(called, input);
  if (outcome) return outcome;
  const { row, reply, writes } = decide({ contract, operation, input, partition, view: world.store, surroundings });
  const decided = { operation: operation.name, rule: row.rule };
  return { reply, facts: facts.fault ? { ...decided, fault: facts.fault } : decided, world, writes };
}

/** Something threw: the mock, a named function, or a contract nobody linted. Nothing was written. */
function answerDefect(called: Refusable, error: unknown): Outcome {
  const explanation = `A defect of the mock or of its contract: ${error instanceof Error ? error.message : String(error)}`;
  const bare: Outcome = { reply: { status: 500, headers: {} }, facts: { ...called.facts, explanation }, writes: [] };
  return refused(called, { kind: 'internal', explanation }) ?? bare;
}

/** What it takes to refuse a call in the words of its operation, or, where that cannot be linked, of its provider. */
interface Refusable {
  readonly contract: Contract;
  readonly operation: LinkedOperation | undefined;
  readonly surroundings: Surroundings;
  readonly facts: ExchangeFacts;
}

/** A call of an operation on its way to a decision. */
interface Called extends Refusable {
  readonly operation: LinkedOperation;
  readonly world: World;
  /** Wall time, in milliseconds. */
  readonly arrived: number;
}

function refused(
  { contract, operation, surroundings, facts }: Refusable,
  failure: Failure,
  input?: InputView,
): Outcome | undefined {
  const refusal = refuse(contract, operation, failure, surroundings, input);
  if (!refusal) return undefined;
  return { reply: refusal.reply, facts: withReason({ ...facts, rule: refusal.rule }, failure), writes: [] };
}

function withReason(facts: ExchangeFacts, { explanation }: Failure): ExchangeFacts {
  return explanation === undefined ? facts : { ...facts, explanation };
}

function refuseRoute(
  request: PlainRequest,
  path: string,
  route: Exclude<Route, { kind: 'found' }>,
  arrived: number,
  context: AnswerContext,
): Outcome {
  const nearest = nearestOperations(request.method, path, context.worlds);
  const explanation = `No operation answers ${request.method} ${path}. Nearest: ${nearest.join(', ')}.`;
  const { contract } = route;
  const world = contract && findWorld(context.worlds, contract.id);
  const failure: Failure = { kind: route.kind, name: path, explanation };
  const refusal = contract && world && refuse(contract, undefined, failure, context.surroundings(world, arrived));
  if (refusal) return { reply: refusal.reply, facts: { rule: refusal.rule, explanation }, writes: [] };
  const problem = { type: 'about:blank', title: 'No such operation', status: 404, detail: explanation, nearest };
  return {
    reply: { status: 404, headers: { 'Content-Type': 'application/problem+json' }, body: JSON.stringify(problem) },
    facts: { explanation },
    writes: [],
  };
}

/** A credential of one project does not open another. */
function foreignPartition(own: string | undefined, partition: string): Failure | undefined {
  if (own === undefined || own === partition) return undefined;
  const explanation = `The credential belongs to ${own}; the request speaks of ${partition}.`;
  return { kind: 'forbidden', cause: 'partition', name: partition, detail: partition, explanation };
}

function invalidInput(operation: LinkedOperation, input: InputView): Failure | undefined {
  const validate = operation.validator?.();
  if (!validate || validate(input)) return undefined;
  return inputFailure(validate.errors ?? []);
}

/** Parameters the document does not declare; most contracts go on. */
function refuseUnknown(called: Called, input: InputView): Outcome | undefined {
  for (const name in input.undeclared) {
    const outcome = refused(
      called,
      { kind: 'unknown', in: 'query', at: name, name, explanation: `The document declares no parameter "${name}".` },
      input,
    );
    if (outcome) return outcome;
  }
  return undefined;
}
