import { setTimeout as delay } from 'node:timers/promises';
import { loadContract } from '../contract/loadContract.js';
import { readVersion } from '../contract/readVersion.js';
import { linkLoaded } from '../engine/linkLoaded.js';
import { TombstoneError } from '../errors.js';
import { parseDuration } from '../language/duration.js';
import { refuseRealService } from '../request/realService.js';
import { shellWord } from '../request/shellWord.js';
import { isLoopbackAuthority } from '../server/authority.js';
import { contractFor } from '../verify/contractFor.js';
import { versionOfOurs } from '../verify/control/controlClient.js';
import { controlledGround } from '../verify/control/controlledGround.js';
import type { Ground } from '../verify/ground.js';
import { ownApiGround } from '../verify/ownApiGround.js';
import { createPlanner } from '../verify/plan/planner.js';
import { readCredentials } from '../verify/readCredentials.js';
import type { Ports, Service } from '../verify/service.js';
import { prepareVerification, type Verification } from '../verify/verify.js';
import { sendRequest } from './sendRequest.js';
import { targetUrl } from './targetUrl.js';
import { wholeNumber } from './wholeNumber.js';

/** What the command line says of a verification. */
export interface VerifyOptions {
  readonly 'base-path'?: string;
  readonly select?: string;
  readonly wait?: string;
  readonly concurrency?: string;
  readonly 'as-client'?: true;
  readonly yes?: true;
}

/** A verification, ready to run. */
export interface OpenedVerification {
  readonly verification: Verification;
  readonly ground: Ground;
  /** Must somebody have said yes before anything is sent? */
  readonly needsYes: boolean;
}

/** A server that says nothing for so long, in milliseconds, has not answered. */
const patience = 30_000;

function portsUntil(stop: AbortSignal): Ports {
  return {
    send: (to, request) => sendRequest(to, request, patience),
    sleep: (milliseconds) => delay(milliseconds, undefined, { signal: stop }).catch(() => undefined),
    stop,
    now: Date.now,
  };
}

/**
 * Reads the contract, finds out what the target is, and prepares to verify it. Nothing is sent to another machine.
 *
 * @throws TombstoneError for a contract, a target, credentials or options that will not do; `no-answer`
 */
export async function openVerification(
  name: string,
  target: string,
  options: VerifyOptions,
  stop: AbortSignal,
): Promise<OpenedVerification> {
  const to = targetUrl(target);
  const ports = portsUntil(stop);
  const whole = await loadContract(name);
  refuseRealService(
    to.hostname,
    linkLoaded(whole).hosts,
    '`verify` makes and deletes records, and asks mocks and staging systems',
  );
  const isHere = isLoopbackAuthority(to.host);
  const wait = waitOf(options.wait ?? '60s');
  const concurrency = concurrencyOf(options.concurrency ?? '8');
  const isOurs = isHere && !options['as-client'] && (await versionOfOurs(ports, to)) !== undefined;
  const { lifecycle } = whole.compiled;
  const mocks = { auth: lifecycle.auth, lacking: [], areOurs: true };
  const caller = isOurs ? mocks : readCredentials(lifecycle, process.env, isHere);
  const loaded = contractFor(whole, caller, isOurs ? undefined : options['base-path']);
  const service: Service = { ...ports, target: to, loaded, contract: linkLoaded(loaded), wait };
  const run = Date.now().toString(36).slice(-6);
  const ground = isOurs ? await controlledGround(service) : ownApiGround(service, createPlanner(loaded), run);
  const again = [
    ...(options['base-path'] === undefined ? [] : [` --base-path ${shellWord(options['base-path'])}`]),
    ...(options['as-client'] ? [' --as-client'] : []),
    ...(options.yes ? [' --yes'] : []),
  ].join('');
  try {
    const verification = prepareVerification(ground, {
      whole,
      lacking: caller.lacking,
      select: options.select,
      concurrency,
      tombstone: readVersion(),
      replay: (id) => `tombstone verify ${shellWord(name)} --target ${to.origin}${again} --select ${shellWord(id)}`,
    });
    return { verification, ground, needsYes: !isHere };
  } catch (error) {
    // A sandbox may have been opened.
    await ground.close();
    throw error;
  }
}

function concurrencyOf(text: string): number {
  const number = wholeNumber('concurrency', text) ?? 0;
  if (number >= 1) return number;
  throw new TombstoneError('bad-usage', `--concurrency is "${text}"; 1 is the least.`);
}

function waitOf(text: string): number {
  const milliseconds = parseDuration(text);
  if (milliseconds !== undefined) return milliseconds;
  throw new TombstoneError('bad-usage', `--wait is "${text}"; a duration such as 60s is expected.`);
}
