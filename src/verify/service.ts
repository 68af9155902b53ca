import type { Contract } from '../engine/contract.js';
import type { LoadedContract } from '../engine/loadedContract.js';
import type { BuiltRequest } from '../request/buildRequest.js';
import type { ReceivedAnswer } from '../request/prepareRequest.js';

/** What verifying needs of the world outside. */
export interface Ports {
  /** Sends one request. It rejects with `no-answer` where no whole answer came. */
  readonly send: (to: URL, request: BuiltRequest) => Promise<ReceivedAnswer>;
  /** Ends early where it is to stop. */
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Somebody wants it to stop: nothing is begun or waited for any more. */
  readonly stop: AbortSignal;
  /** Wall time in milliseconds: what signatures are made with. */
  readonly now: () => number;
}

/** The service that is judged, with the contract it is judged by. */
export interface Service extends Ports {
  readonly target: URL;
  /** The contract as this caller meets it: with its credentials, and with the target's base path. */
  readonly loaded: LoadedContract;
  readonly contract: Contract;
  /** How long a record may take to reach a state, in milliseconds. */
  readonly wait: number;
}
