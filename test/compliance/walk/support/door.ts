import type { Mock } from '../../../../src/mock/mock.js';
import type { BuiltRequest } from '../../../../src/request/buildRequest.js';

/** A way to ask a mock. Every one gives the same answers. */
export interface Door {
  readonly mock: Mock;
  /** The authority that requests are made and signed for. */
  readonly host: string;
  send(request: BuiltRequest): Promise<Answer>;
  close(): Promise<void>;
}

/** What every door gives of an answer. */
export interface Answer {
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly rule: string | undefined;
  readonly contentType: string | undefined;
  readonly body: string;
}
