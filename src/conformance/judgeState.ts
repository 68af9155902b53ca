import type { Check, Evidence } from './runCase.js';

/** What the server truly holds afterwards. */
export function judgeState({ case: derived, ownExists }: Evidence): Check[] {
  const { own } = derived.expect;
  const { own: record } = derived.stage;
  if (own === 'never there' || !record) return [];
  const name = `${record.resource} ${record.key}`;
  const passed = ownExists === (own === 'kept');
  const seen = ownExists ? 'it still exists' : 'it is gone';
  return [
    {
      slug: own === 'kept' ? 'keeps-the-record' : 'deletes-the-record',
      requirement:
        own === 'kept'
          ? `${name} exists afterwards: the request was refused or changes no existence.`
          : `${name} is gone afterwards.`,
      ...(passed ? { verdict: 'pass' } : { verdict: 'fail', message: `After the run ${seen}.` }),
    },
  ];
}
