import { TombstoneError } from '../../errors.js';
import type { ControlRoute } from './call.js';

/** The exchanges so far; control calls are not among them. */
export const journalRoute: ControlRoute = {
  path: '/journal',
  query: ['after'],
  methods: {
    GET: ({ mock, query }) => ({ exchanges: mock.journal.list(sequenceNumber(query['after'])) }),
    DELETE: ({ mock }) => mock.journal.clear(),
  },
};

function sequenceNumber(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new TombstoneError('bad-call', `after is "${text}"; the number of an exchange is expected.`);
}
