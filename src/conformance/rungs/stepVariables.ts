import type { GivenCredential, Json, RunMessage, Step } from '../protocol/messages.js';

/**
 * What a program is told of one step by its environment: TOMBSTONE_BASE_URL, TOMBSTONE_OPERATION, TOMBSTONE_BODY,
 * TOMBSTONE_PARAM_<name> (what no shell takes in a name is `_`), TOMBSTONE_CREDENTIALS as the protocol has them, and the
 * first of each kind apart: TOMBSTONE_CREDENTIAL, TOMBSTONE_ACCESS_KEY with TOMBSTONE_SECRET_KEY.
 */
export function stepVariables(step: Step, { baseUrl, credentials }: RunMessage): Record<string, string> {
  const parameters = Object.entries(step.parameters).map(([name, value]) => [
    `TOMBSTONE_PARAM_${name.replaceAll(/\W/g, '_')}`,
    textOf(value),
  ]);
  const { value, accessKey, secret } = firstOfEach(Object.values(credentials));
  return {
    TOMBSTONE_BASE_URL: baseUrl,
    TOMBSTONE_OPERATION: step.operation,
    ...Object.fromEntries(parameters),
    ...(step.body === undefined ? {} : { TOMBSTONE_BODY: JSON.stringify(step.body) }),
    TOMBSTONE_CREDENTIALS: JSON.stringify(credentials),
    ...(value === undefined ? {} : { TOMBSTONE_CREDENTIAL: value }),
    ...(accessKey === undefined || secret === undefined
      ? {}
      : { TOMBSTONE_ACCESS_KEY: accessKey, TOMBSTONE_SECRET_KEY: secret }),
  };
}

/** The value of the first header, and the first key pair. */
export function firstOfEach(credentials: readonly GivenCredential[]): {
  readonly value?: string;
  readonly accessKey?: string;
  readonly secret?: string;
} {
  const header = credentials.find((one) => 'value' in one);
  const pair = credentials.find((one) => 'accessKey' in one);
  return {
    ...(header ? { value: header.value } : {}),
    ...(pair ? { accessKey: pair.accessKey, secret: pair.secret } : {}),
  };
}

/** A value in an argument or a variable: a text as it is, everything else as JSON. */
export function textOf(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
