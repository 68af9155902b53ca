import type { DerivedCase } from '../conformance/derive/deriveCases.js';
import type { FailureCase, FailureRequest } from '../conformance/derive/failureCase.js';
import type { Service } from './service.js';
import type { Reached, Standing } from './world/standing.js';
import type { LeftBehind } from './world/tidyUp.js';

/** Where cases take place: brings a target into their situations. */
export interface Ground {
  /** Where requests go. */
  readonly service: Service;
  /** Can it be told which value of a switch to follow? Otherwise that shows only in what it does. */
  readonly setsSwitches: boolean;
  /** @throws TombstoneError `no-answer` */
  stand(one: DerivedCase): Promise<Reached>;
  /** The same for a request that is to be refused, which may have to be written for what stands. */
  standForFailure(one: FailureCase): Promise<Reached & { readonly sends?: FailureRequest }>;
  /** The story is over; what was left as it was may serve another one. */
  leave(standing: Standing, untouched: boolean): void;
  /** Something was made by a request. */
  note(record: Standing['records'][number]): void;
  /** Takes away what was made; gives what could not be. */
  close(): Promise<readonly LeftBehind[]>;
}
