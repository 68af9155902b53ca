import { TombstoneError } from '../../errors.js';
import type { Mock, Pace } from '../../mock/mock.js';
import type { ControlRoute } from './call.js';

const paces: readonly Pace[] = ['real', 'manual', 'instant'];

/** The sandbox's clock: read it, move it, change how it moves. */
export const clockRoute: ControlRoute = {
  path: '/clock',
  methods: {
    GET: ({ mock }) => show(mock),
    POST: ({ mock, body }) => {
      const { advance, pace, ...rest } = body();
      if (Object.keys(rest).length > 0 || (advance === undefined && pace === undefined)) throw unexpected({ ...rest });
      if (pace !== undefined && !isPace(pace)) throw unexpected({ pace });
      if (advance !== undefined && !isDuration(advance)) throw unexpected({ advance });
      if (advance !== undefined) mock.clock.advance(advance);
      if (pace !== undefined) mock.clock.setPace(pace);
      return show(mock);
    },
  },
};

function show({ clock }: Mock) {
  return { now: new Date(clock.now()).toISOString(), pace: clock.pace };
}

function isPace(value: unknown): value is Pace {
  return paces.some((pace) => pace === value);
}

function isDuration(value: unknown): value is string | number {
  return typeof value === 'string' || (typeof value === 'number' && value >= 0);
}

function unexpected(seen: Readonly<Record<string, unknown>>): TombstoneError {
  const expected = '{"advance":"10s"} (a duration, or milliseconds) or {"pace":"real"|"manual"|"instant"}';
  return new TombstoneError('bad-call', `The body says ${JSON.stringify(seen)}; ${expected} is expected.`);
}
