import { describe, expect, it } from 'vitest';
import functions from '../../../mocks/huawei-modelarts/functions.js';
import type { FunctionContext } from '../../../src/engine/functions.js';

function context(query: Record<string, unknown>, record?: Record<string, unknown>): FunctionContext {
  const request = { path: {}, query, header: {}, body: undefined, undeclared: {} };
  return { request, record, now: 0, random: () => 0.5 };
}

const { matchesSource } = functions.filters ?? {};
const { analysisResult, inputsFromDataSource } = functions.values ?? {};

describe('matchesSource', () => {
  const task = {
    data_source: { type: 'OBS', source: '/bucket/' },
    inputs: [{ type: 'DATASET', source: 'abc' }],
  };

  it('shows every task where no source is asked for', () => {
    expect(matchesSource?.(context({}), {})).toBe(true);
  });

  it('finds the single source as well as those in the list', () => {
    expect(matchesSource?.(context({ source: '/bucket/' }), task)).toBe(true);
    expect(matchesSource?.(context({ source: 'abc' }), task)).toBe(true);
    expect(matchesSource?.(context({ source: 'xyz' }), task)).toBe(false);
  });

  it('wants type and place of one and the same source', () => {
    expect(matchesSource?.(context({ source: 'abc', source_type: 'DATASET' }), task)).toBe(true);
    expect(matchesSource?.(context({ source: 'abc', source_type: 'OBS' }), task)).toBe(false);
  });

  it('leaves out a task without sources', () => {
    expect(matchesSource?.(context({ source_type: 'OBS' }), {})).toBe(false);
  });
});

describe('inputsFromDataSource', () => {
  it('makes the single source a list, and makes nothing of nothing', () => {
    expect(inputsFromDataSource?.(context({}, { data_source: { type: 'OBS' } }))).toEqual([{ type: 'OBS' }]);
    expect(inputsFromDataSource?.(context({}, {}))).toBeUndefined();
  });
});

describe('analysisResult', () => {
  const analysing = (features: readonly string[]) =>
    context({}, { template: { operator_params: [{ params: { op_list: features } }] } });

  it('has a histogram for each feature asked for', () => {
    expect(analysisResult?.(analysing(['contrast']))).toEqual({
      features: [{ name: 'contrast', histogram: Array.from({ length: 10 }, () => 50) }],
    });
  });

  it('has every feature where none is asked for', () => {
    expect(analysisResult?.(analysing([]))).toMatchObject({ features: [{ name: 'brightness' }, { name: 'blur' }] });
  });
});
