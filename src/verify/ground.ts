import type { DerivedCase } from '../conformance/derive/deriveCases.js';
import type { FailureCase, FailureRequest } from '../conformance/derive/failureCase.js';
import type { Service } from './service.js';
import type { Seen } from './world/look.js';
import type { Reached, Standing, StandingRecord } from './world/standing.js';
import type { LeftBehind } from './world/tidyUp.js';

/** Where cases take place: brings a target into their situations. */
export interface Ground {
  /** The server that was named. */
  readonly target: URL;
  /** Where requests go: there, or to a sandbox of it. */
  readonly service: Service;
  /** Can it be told which value of a switch to follow? Otherwise that shows only in what it does. */
  readonly setsSwitches: boolean;
  /** @throws TombstoneError `no-answer` */
  stand(one: DerivedCase): Promise<Reached>;
  /** The same for a request that is to be refused, which may have to be written for what stands. */
  standForFailure(one: FailureCase): Promise<Reached & { readonly sends?: FailureRequest }>;
  /** Looks what became of a record. @throws TombstoneError `no-answer` */
  look(record: StandingRecord): Promise<Seen>;
  /** The story is over; what was left as it was may serve another one. */
  leave(standing: Standing, untouched: boolean): void;
  /** Something was made by a request. */
  note(record: StandingRecord): void;
  /** Takes away what was made; gives what could not be. */
  close(): Promise<readonly LeftBehind[]>;
}
