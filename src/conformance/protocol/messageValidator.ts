import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ajv, Options, ValidateFunction } from 'ajv';
import { loadBuilt } from '../../contract/loadBuilt.js';
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
  const known = new Map<MessageName, ValidateFunction>();
  return (name) => {
    const validate = known.get(name) ?? (loadBuilt(join(folder, `${name}.cjs`)) as ValidateFunction);
    known.set(name, validate);
    return validate;
  };
}

/** Compiles the published schema of the protocol, message by message. */
export async function messageCompiler(
  options: Options = {},
): Promise<{ readonly ajv: Ajv; readonly compile: ValidatorOf }> {
  const { Ajv2020 } = await import('ajv/dist/2020.js');
  const schema = JSON.parse(readFileSync(join(packageRoot, 'conformance', 'protocol.schema.json'), 'utf8')) as {
    readonly $id: string;
  };
  // That the schema is one, a test proves; to check it here takes longer than to compile what is used of it.
  const ajv = new Ajv2020({ strict: false, verbose: true, validateSchema: false, ...options });
  ajv.addSchema(schema);
  return { ajv, compile: (name) => ajv.compile({ $ref: `${schema.$id}#/$defs/${name}` }) };
}
