import { didYouMean, TombstoneError } from '../../errors.js';
import type { AuthMode, Pace, SandboxOptions } from '../../mock/mock.js';

interface Member {
  readonly expected: string;
  readonly fits: (value: unknown) => boolean;
}

const paces: readonly Pace[] = ['real', 'manual', 'instant'];
const modes: readonly AuthMode[] = ['verify', 'any', 'off'];

const members: Readonly<Record<keyof SandboxOptions, Member>> = {
  providers: { expected: 'a list of at least one provider', fits: isNames },
  pace: oneOf(paces),
  auth: oneOf(modes),
  seed: { expected: 'a whole number', fits: Number.isSafeInteger },
  fixtures: { expected: 'records by provider and resource, as GET /state shows them', fits: isNested },
  switches: { expected: 'values by provider and switch', fits: isNested },
};

/**
 * What a sandbox is to have otherwise than its parent. What the values name is checked when it is made.
 *
 * @throws TombstoneError `bad-sandbox`
 */
export function readSandboxOptions(body: Readonly<Record<string, unknown>>): SandboxOptions {
  const known = Object.keys(members);
  for (const [name, value] of Object.entries(body)) {
    const member = Object.entries(members).find(([each]) => each === name)?.[1];
    if (!member) throw bad(`A sandbox has no "${name}".${didYouMean(name, known)} Known: ${known.join(', ')}.`);
    if (!member.fits(value))
      throw bad(`${name} is ${JSON.stringify(value).slice(0, 80)}; expected ${member.expected}.`);
  }
  return body as SandboxOptions;
}

function oneOf(values: readonly unknown[]): Member {
  return { expected: values.join(', ').replace(/, (\w+)$/, ' or $1'), fits: (value) => values.includes(value) };
}

function isNames(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every((name) => typeof name === 'string');
}

function isNested(value: unknown): boolean {
  return isObject(value) && Object.values(value).every(isObject);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function bad(message: string): TombstoneError {
  return new TombstoneError('bad-sandbox', message);
}
