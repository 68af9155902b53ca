import type { Lifecycle } from '../language/lifecycle.js';

/** The environment variables one security scheme is read from. */
export interface CredentialNames {
  readonly scheme: string;
  /** One variable for a plain value; two for a key pair that signs. */
  readonly variables: readonly string[];
}

/** The variable that says which project the credentials belong to; only for a provider that has projects. */
export const projectVariable = 'TOMBSTONE_VERIFY_PROJECT';

/** The variables for each security scheme of a contract: `ApiKeyAuth` is `TOMBSTONE_VERIFY_API_KEY_AUTH`. */
export function credentialNames({ auth }: Lifecycle): readonly CredentialNames[] {
  return Object.entries(auth).map(([scheme, rule]) => {
    const name = `TOMBSTONE_VERIFY_${scheme.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase()}`;
    return { scheme, variables: 'call' in rule ? [`${name}_KEY`, `${name}_SECRET`] : [name] };
  });
}

/** Does the provider tell projects apart? */
export function hasProjects({ resources }: Lifecycle): boolean {
  return Object.values(resources).some(({ partition }) => partition !== undefined);
}
