import type { GuardFunction } from '../../src/engine/functions.js';

/** Does the period end before it starts? Days are `yyyymmdd`, so they compare as texts. */
export const periodReversed: GuardFunction = {
  holds: ({ request }) => String(request.query['start_time']) > String(request.query['end_time']),
  samples: {
    true: { query: { start_time: '20260131', end_time: '20260101' } },
    false: { query: { start_time: '20260101', end_time: '20260131' } },
  },
};
