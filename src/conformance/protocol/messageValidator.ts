import { join } from 'node:path';
import type { Options, ValidateFunction } from 'ajv';
import { loadBuilt } from '../../contract/loadBuilt.js';
import { type OwnSchema, openOwnSchema } from '../../contract/ownSchema.js';
import { packageRoot, runsFromBuild } from '../../contract/packageRoot.js';

/** The messages by their names in conformance/protocol.schema.json. */
export const messageNames = [
  'Hello',
  'HelloReply',
  'RunMessage',
  'ResultReply',
  'UnsupportedReply',
  'FaultReply',
  'Bye',
  'ResultFile',
  'Outcome',
] as const;

export type MessageName = (typeof messageNames)[number];

const folder = join(packageRoot, 'dist', 'protocol');

type ValidatorOf = (name: MessageName) => ValidateFunction;

/**
 * What validates a message of a kind. The build has compiled them: a run that checks one kind would spend most of that
 * time on getting the compiler ready.
 */
export async function loadMessageValidators(): Promise<ValidatorOf> {
  if (!runsFromBuild) return (await messageCompiler()).compile;
  return (name) => loadBuilt(join(folder, `${name}.cjs`)) as ValidateFunction;
}

/** Opens the published schema of the protocol, to be compiled message by message. */
export function messageCompiler(options: Options = {}): Promise<OwnSchema & { readonly compile: ValidatorOf }> {
  return openOwnSchema('conformance/protocol.schema.json', options);
}
