import type { Contract } from '../../engine/contract.js';
import type { ChangedSetting } from './replacedContract.js';

type Settings = Readonly<Record<string, string>>;

/**
 * The settings of a provider's switches under another version of its contract. What was chosen stays where it can;
 * what nobody chose follows the default.
 *
 * @param chosen settings that were chosen when the sandbox was made.
 */
export function carrySettings(
  settings: Settings,
  chosen: Settings,
  before: Contract,
  after: Contract,
): { readonly settings: Settings; readonly changed: readonly ChangedSetting[] } {
  const declared = after.compiled.lifecycle.switches;
  const carried = Object.entries(declared).map(([name, { default: initial }]) => {
    const was = Object.hasOwn(settings, name) ? settings[name] : undefined;
    const isChosen = Object.hasOwn(chosen, name) || was !== before.compiled.lifecycle.switches[name]?.default;
    return [name, was !== undefined && isChosen && takes(after, name, was) ? was : initial] as const;
  });
  const now: Settings = Object.fromEntries(carried);
  const changed = Object.entries(settings).flatMap(([name, was]): ChangedSetting[] => {
    if (!Object.hasOwn(now, name)) return [{ name, was }];
    return now[name] === undefined || now[name] === was ? [] : [{ name, was, now: now[name] }];
  });
  return { settings: now, changed };
}

/** The settings that a contract knows. */
export function knownSettings(settings: Settings, contract: Contract): Settings {
  return Object.fromEntries(Object.entries(settings).filter(([name, value]) => takes(contract, name, value)));
}

function takes(contract: Contract, name: string, value: string): boolean {
  const { switches } = contract.compiled.lifecycle;
  return Object.hasOwn(switches, name) && Object.hasOwn(switches[name]?.values ?? {}, value);
}
