import { acceptingAuthenticator } from '../engine/authenticate.js';
import type { CompiledContract } from '../language/compiledContract.js';
import { type DocumentOperation, documentOperation } from '../language/documentOperation.js';
import type { Row, SchemeRule, StateMachine } from '../language/lifecycle.js';
import type { RecordFields } from '../mock/mock.js';
import { buildRequest } from './buildRequest.js';
import { curlLine } from './curlLine.js';
import { exampleRequest } from './exampleRequest.js';
import { requestValues } from './requestValues.js';
import { shellWord } from './shellWord.js';

/** Where `serve` listens and `request` asks unless told otherwise. */
export const defaultTarget = 'http://127.0.0.1:4010';

/** A way to delete a record: the one the document gives as its example, or the first that can be deleted. */
interface Deletion {
  readonly contract: CompiledContract;
  readonly operation: DocumentOperation;
  readonly parameter: string;
  readonly key: string;
  readonly schemes: readonly (readonly [name: string, rule: SchemeRule])[];
}

/** The records there are of a resource. */
export type RecordsOf = (provider: string, resource: string) => readonly RecordFields[];

/**
 * Command lines that work at once against a server that has just started: a curl for a provider that takes a plain key,
 * a signed request for one that does not. Where several providers would do, the shortest key is the easiest to read.
 */
export function tryLines(contracts: readonly CompiledContract[], url: string, recordsOf: RecordsOf): readonly string[] {
  const deletions = contracts
    .flatMap((contract) => findDeletion(contract, recordsOf) ?? [])
    .sort((a, b) => a.key.length - b.key.length);
  const plain = deletions.find((one) => !isSigned(one));
  const signed = deletions.find(isSigned);
  return [...(plain ? [asCurl(plain, url)] : []), ...(signed ? [asRequest(signed, url)] : [])];
}

function findDeletion(contract: CompiledContract, recordsOf: RecordsOf): Deletion | undefined {
  const { id, document, lifecycle } = contract;
  for (const [operationId, { on, by, decide }] of Object.entries(lifecycle.operations)) {
    const parameter = /^\$request\.(?:path|query)\.(.+)$/.exec(by ?? '')?.[1];
    const operation = documentOperation(document, operationId);
    const row = decide.find(deletesItself);
    const resource = lifecycle.resources[on ?? ''];
    if (on === undefined || !resource || parameter === undefined || !operation || !row) continue;
    const { path, query } = exampleRequest(document, operationId);
    const keys = recordsOf(id, on)
      .filter((record) => isIn(record, row.when.state, resource.state))
      .map((record) => String(record[resource.key.field]));
    const key = keys.find((one) => one === String(path[parameter] ?? query[parameter])) ?? keys[0];
    const project = resource.partition;
    const isMore = operation.parameters.some(
      ({ in: place, name, required }) =>
        place !== 'header' && required && name !== parameter && project !== `$request.${place}.${name}`,
    );
    if (isMore || key === undefined) continue;
    return { contract, operation, parameter, key, schemes: schemesOf(contract, operation) };
  }
  return undefined;
}

function deletesItself({ effects, reply }: Row): boolean {
  return reply.status < 300 && effects.some((effect) => effect.do === 'delete' && effect.path.length === 0);
}

function isIn(record: RecordFields, states: readonly string[] | undefined, machine: StateMachine | undefined): boolean {
  if (!states || !machine) return true;
  return states.some((state) => machine.values[state] === record[machine.field]);
}

function schemesOf({ document, lifecycle }: CompiledContract, { operation }: DocumentOperation): Deletion['schemes'] {
  const [first = {}] = operation.security ?? document.security ?? [];
  return Object.keys(first).flatMap((name) => {
    const rule = lifecycle.auth[name];
    return rule ? [[name, rule] as const] : [];
  });
}

function isSigned({ schemes }: Deletion): boolean {
  return schemes.some(([, rule]) => 'call' in rule);
}

function asCurl({ contract, operation, parameter, key, schemes }: Deletion, url: string): string {
  const { document } = contract;
  const values = requestValues(contract, operation.id, [{ name: parameter, value: { text: key } }], '');
  const request = buildRequest(document, operation.id, values);
  const headers = schemes.map(([name, rule]) => {
    const declared = document.components?.securitySchemes?.[name];
    const [accessKey = ''] = 'accept' in rule ? Object.keys(rule.accept) : [];
    return declared ? acceptingAuthenticator(document, declared).sign(request, { accessKey, secret: '' }, 0) : {};
  });
  return curlLine({ method: request.method, url: url + request.target, headers: Object.assign({}, ...headers) });
}

function asRequest({ contract, operation, parameter, key }: Deletion, url: string): string {
  const target = url === defaultTarget ? '' : ` --target ${url}`;
  return `npx --no tombstone request ${contract.id}/${operation.id} ${shellWord(`${parameter}=${key}`)}${target}`;
}
