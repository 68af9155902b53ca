import { TombstoneError } from '../errors.js';
import type { Lifecycle, SchemeRule } from '../language/lifecycle.js';
import { credentialNames, hasProjects, projectVariable } from './credentialNames.js';

/** Environment variables. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Whom the target is asked as. */
export interface Caller {
  /** Security scheme → its rule, with the caller's own credential in place of the mock's. */
  readonly auth: Readonly<Record<string, SchemeRule>>;
  /** Schemes no credential was given for, with the variables that would. */
  readonly lacking: readonly { readonly scheme: string; readonly variables: readonly string[] }[];
  /** Are these the credentials every mock of ours starts with? */
  readonly areOurs: boolean;
}

/**
 * Reads the credentials for a contract's security schemes. Where none is given, the mock's own serve on this machine.
 *
 * @param mayUseOurs is the target on this machine?
 * @throws TombstoneError `no-credentials` where there are none for the target
 */
export function readCredentials(lifecycle: Lifecycle, environment: Environment, mayUseOurs: boolean): Caller {
  const names = credentialNames(lifecycle);
  const given = names.filter(({ variables }) => variables.every((name) => environment[name]));
  const half = names.filter((one) => !given.includes(one) && one.variables.some((name) => environment[name]));
  if (half.length === 0 && given.length === 0 && (mayUseOurs || names.length === 0))
    return { auth: lifecycle.auth, lacking: [], areOurs: true };
  if (half.length > 0 || given.length === 0) throw noCredentials(lifecycle, environment);
  const project = environment[projectVariable];
  const auth = given.map(({ scheme, variables }) => {
    const [first = '', second = ''] = variables.map((name) => environment[name] ?? '');
    return [scheme, ruleWith(lifecycle.auth[scheme], first, second, project)] as const;
  });
  if (hasProjects(lifecycle) && !project) throw noCredentials(lifecycle, environment);
  return { auth: Object.fromEntries(auth), lacking: names.filter((one) => !given.includes(one)), areOurs: false };
}

function ruleWith(
  rule: SchemeRule | undefined,
  first: string,
  second: string,
  project: string | undefined,
): SchemeRule {
  const partition = project === undefined ? {} : { partition: project };
  if (rule && 'call' in rule) return { ...rule, keys: { [first]: { secret: second, ...partition } } };
  return { ...rule, accept: { [first]: partition } };
}

function noCredentials(lifecycle: Lifecycle, environment: Environment): TombstoneError {
  const ways = credentialNames(lifecycle).map(({ scheme, variables }) => `${variables.join(' and ')} (${scheme})`);
  const project = hasProjects(lifecycle) ? `, and ${projectVariable}` : '';
  const seen = Object.keys(environment).filter((name) => name.startsWith('TOMBSTONE_VERIFY_') && environment[name]);
  const found =
    seen.length === 0 ? 'None of them is set' : `Set ${seen.length === 1 ? 'is' : 'are'} ${seen.join(', ')}`;
  return new TombstoneError(
    'no-credentials',
    `The target needs credentials of yours, in environment variables: ${ways.join(', or ')}${project}. ${found}.`,
  );
}
