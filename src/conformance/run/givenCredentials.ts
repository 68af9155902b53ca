import type { CredentialSetup } from '../case.js';
import type { ContractKnowledge } from '../know/contractKnowledge.js';
import type { GivenCredential } from '../protocol/messages.js';

const noSuchKey = 'TOMBSTONENOSUCHKEY';

/** The credentials a client is given in a case: the sandbox's own, none, or those of one scheme with one thing wrong. */
export function givenCredentials(
  { credentials: own }: ContractKnowledge,
  setup: CredentialSetup,
): Readonly<Record<string, GivenCredential>> {
  if (setup === 'good') return own;
  const credential = setup === 'none' ? undefined : own[setup.scheme];
  if (setup === 'none' || !credential) return {};
  return { [setup.scheme]: spoilt(credential, setup.cause) };
}

function spoilt(credential: GivenCredential, cause: Exclude<CredentialSetup, string>['cause']): GivenCredential {
  if (cause === 'expired') return credential;
  if ('header' in credential) return { ...credential, value: `${credential.value}-of-nobody` };
  return cause === 'key'
    ? { ...credential, accessKey: noSuchKey }
    : { ...credential, secret: `${credential.secret}-of-somebody-else` };
}
