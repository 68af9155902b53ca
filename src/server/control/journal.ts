import { TombstoneError } from '../../errors.js';
import type { ControlRoute } from './call.js';
import { journalStream } from './journalStream.js';

/** The exchanges so far; control calls are not among them. */
export const journalRoute: ControlRoute = {
  path: '/journal',
  query: ['after'],
  methods: {
    GET: ({ mock, query }) => ({ exchanges: mock.journal.list(sequenceNumber('after', query['after'])) }),
    DELETE: ({ mock }) => mock.journal.clear(),
  },
};

/**
 * The exchanges as they happen, as server-sent events; first those after a number, where one is given. A client that
 * comes again says itself, in `Last-Event-ID`, where it was: that counts before the number in the address.
 */
export const journalStreamRoute: ControlRoute = {
  path: '/journal/stream',
  query: ['after'],
  methods: {
    GET: ({ mock, query, headers, heartbeat }) => {
      const after =
        sequenceNumber('Last-Event-ID', headers['last-event-id']) ?? sequenceNumber('after', query['after']);
      return journalStream(mock.journal, after, heartbeat);
    },
  },
};

function sequenceNumber(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new TombstoneError('bad-call', `${name} is "${text}"; the number of an exchange is expected.`);
}
