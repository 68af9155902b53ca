import { linkLoaded } from '../../engine/linkLoaded.js';
import type { LoadedContract } from '../../engine/loadedContract.js';
import { createMock } from '../../mock/createMock.js';
import type { FaultSetting, StatusFault } from '../../mock/faults/fault.js';
import type { Case, CredentialSetup, Setup } from '../case.js';
import { jsonOrText } from '../jsonOrText.js';
import type { FailureCase } from './failureCase.js';
import { failureRequest } from './failureRequest.js';
import { setStage } from './setStage.js';
import { failureTitle } from './titles.js';

const day = 24 * 60 * 60 * 1000;
/** Any instant; only the words of the answer are looked at. */
const anyTime = Date.UTC(2026, 0, 1);

/**
 * A row of a failure table as a story. A client can be given a bad credential, a wrong clock and bad values; it cannot be
 * asked to spoil its own requests. There the story is turned round: the server answers as the row says, and the client has
 * to read it.
 */
export function failureToCase(source: LoadedContract, failure: FailureCase): Case {
  const { id, provider, rule, basis, citations, stage, sends } = failure;
  const provoked = provoke(failure);
  return {
    id,
    title: failureTitle(failure),
    provider,
    kind: 'failure',
    rule,
    basis,
    citations,
    setup: {
      records: stage.records,
      switches: stage.switches,
      faults: [],
      credentials: 'good',
      clockOffset: 0,
      ...(provoked ?? answered(source, failure)),
    },
    steps: [{ operation: sends.operation, values: provoked ? sends.values : plainValues(failure) }],
    meanwhile: [],
    ...(stage.own ? { subject: stage.own } : {}),
    maySendNothing:
      provoked !== undefined && ['unauthenticated', 'missing', 'invalid'].includes(failure.situation.kind),
  };
}

type Changes = Partial<Pick<Setup, 'faults' | 'credentials' | 'clockOffset'>>;

/** What brings the refusal about without the client's doing; undefined where only a spoilt request would. */
function provoke({ provider, sends, situation, fault, bodyLimit }: FailureCase): Changes | undefined {
  const operation = `${provider}/${sends.operation}`;
  if (fault) return { faults: [{ operation, fault, times: 1 }] };
  const spoilt = sends.method ?? sends.pathEnd ?? sends.queryEnd ?? sends.body ?? sends.mediaType ?? bodyLimit;
  if (spoilt !== undefined || situation.kind === 'unknown') return undefined;
  if (!sends.credential) return {};
  return bad(sends.credential);
}

function bad({ scheme, cause }: Exclude<CredentialSetup, string>): Changes | undefined {
  if (cause === 'none') return { credentials: 'none' };
  if (cause === 'key' || cause === 'signature') return { credentials: { scheme, cause } };
  // A good credential of that scheme; it is the clock that makes it out of date.
  return cause === 'expired' ? { credentials: { scheme, cause }, clockOffset: day } : undefined;
}

/** The row's answer, taken from a sandbox that is sent the spoilt request, laid over the operation. */
function answered(source: LoadedContract, { provider, stage, sends, bodyLimit, expect }: FailureCase): Changes {
  if (!expect.refused) return {};
  const limit = bodyLimit === undefined ? {} : { bodyLimit };
  const mock = createMock([source], { fixtures: { [provider]: {} }, wallTime: () => anyTime, ...limit });
  setStage(mock, provider, stage);
  const request = failureRequest(linkLoaded(source), sends, 'localhost', anyTime);
  const tooLarge = request.body.byteLength > mock.bodyLimit;
  const { status, body } = mock.handle(tooLarge ? { ...request, tooLarge } : request);
  return { faults: [faultOf(`${provider}/${sends.operation}`, status, body)] };
}

function faultOf(operation: string, status: number, body: string | Uint8Array | undefined): FaultSetting {
  const text = body === undefined ? '' : typeof body === 'string' ? body : new TextDecoder().decode(body);
  const fault: StatusFault = text === '' ? { status, empty: true } : { status, body: jsonOrText(text) };
  return { operation, fault };
}

/** The values of the request before it was spoilt. */
function plainValues({ sends, situation }: FailureCase): FailureCase['sends']['values'] {
  if (situation.kind !== 'unknown' || situation.at === undefined) return sends.values;
  const { [situation.at]: _, ...query } = sends.values.query;
  return { ...sends.values, query };
}
