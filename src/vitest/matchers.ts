import { toBeRefusedBy } from './toBeRefusedBy.js';
import { toHaveDeleted } from './toHaveDeleted.js';
import { toHaveSentNoBody } from './toHaveSentNoBody.js';

/** What the matchers add to `expect`. */
export interface TombstoneMatchers<Result = unknown> {
  /** Did the client delete that record, itself or by what follows from a request of its? Of a mocked provider. */
  toHaveDeleted(resource: string, key: string | number): Result;
  /**
   * Was it refused, and by that rule: `huawei-mpc/deleteTranscodingTask/not-final`? Of a response, or of an error that
   * holds one as `response` or `rawResponse`.
   */
  toBeRefusedBy(rule: string): Result;
  /** Had the last request no body? Of a mocked provider; of an answer, the request that led to it. */
  toHaveSentNoBody(): Result;
}

/** For `expect.extend(matchers)`, in a test file or a setup file. */
export const matchers = { toHaveDeleted, toBeRefusedBy, toHaveSentNoBody };
