import type { Contract } from '../engine/contract.js';
import type { Lifecycle, Row } from '../language/lifecycle.js';
import { documentOperation } from '../table/documentOperation.js';
import { buildRequest } from './buildRequest.js';
import { chooseCredentials, signWith } from './chooseCredentials.js';
import { curlLine } from './curlLine.js';
import { exampleRequest } from './exampleRequest.js';
import { requestValues } from './requestValues.js';
import { shellWord } from './shellWord.js';

/** An operation that deletes a record, with a key that can be deleted. */
interface Deletion {
  readonly contract: Contract;
  readonly operationId: string;
  readonly parameter: string;
  readonly key: string;
}

/** Is there such a record? */
type Exists = (provider: string, resource: string, key: string) => boolean;

/**
 * Command lines that work at once against a server that has just started: a curl for a provider that takes a plain key,
 * a signed request for one that does not. Each deletes the record the document gives as its example; where several
 * providers would do, the shortest key is the easiest to read.
 */
export function tryLines(contracts: readonly Contract[], url: string, exists: Exists): readonly string[] {
  const deletions = contracts
    .flatMap((contract) => findDeletion(contract, exists) ?? [])
    .sort((a, b) => a.key.length - b.key.length);
  const unsigned = deletions.find((one) => !isSigned(one));
  const signed = deletions.find(isSigned);
  return [...(unsigned ? [asCurl(unsigned, url)] : []), ...(signed ? [asRequest(signed, url)] : [])];
}

function findDeletion(contract: Contract, exists: Exists): Deletion | undefined {
  const { document, lifecycle } = contract.compiled;
  for (const [operationId, { on, by, decide }] of Object.entries(lifecycle.operations)) {
    const parameter = /^\$request\.(?:path|query)\.(.+)$/.exec(by ?? '')?.[1];
    if (on === undefined || parameter === undefined || !decide.some(deletesItself)) continue;
    const { path, query } = exampleRequest(document, operationId);
    const key = path[parameter] ?? query[parameter];
    const others = documentOperation(document, operationId)?.parameters.filter(
      ({ in: place, required, name }) =>
        place !== 'header' && required && name !== parameter && !isPartition(name, on, lifecycle),
    );
    if (key === undefined || others?.length !== 0 || !exists(contract.id, on, String(key))) continue;
    return { contract, operationId, parameter, key: String(key) };
  }
  return undefined;
}

function deletesItself({ effects, reply }: Row): boolean {
  return reply.status < 300 && effects.some((effect) => effect.do === 'delete' && effect.path.length === 0);
}

function isPartition(name: string, on: string, { resources }: Lifecycle): boolean {
  return resources[on]?.partition === `$request.path.${name}`;
}

function isSigned({ contract, operationId }: Deletion): boolean {
  const [first = []] = contract.operations.get(operationId)?.security ?? [];
  return first.some(({ name }) => 'call' in (contract.compiled.lifecycle.auth[name] ?? {}));
}

function asCurl({ contract, operationId, parameter, key }: Deletion, url: string): string {
  const { compiled, operations, defaultPartition } = contract;
  const operation = operations.get(operationId);
  const values = requestValues(contract, operationId, [{ name: parameter, value: { text: key } }], defaultPartition);
  const credentials = operation ? chooseCredentials(operation, compiled.lifecycle, undefined) : [];
  const { method, target, headers } = signWith(credentials, buildRequest(compiled.document, operationId, values), 0);
  return curlLine({ method, url: url + target, headers });
}

function asRequest({ contract, operationId, parameter, key }: Deletion, url: string): string {
  const target = url === defaultTarget ? '' : ` --target ${url}`;
  return `npx --no tombstone request ${contract.id}/${operationId} ${shellWord(`${parameter}=${key}`)}${target}`;
}

/** Where `serve` listens and `request` asks unless told otherwise. */
export const defaultTarget = 'http://127.0.0.1:4010';
