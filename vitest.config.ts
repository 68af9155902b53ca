import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// For whoever counts afterwards: the results as JSON too, in the file this names.
const { TOMBSTONE_TEST_RESULTS: results } = process.env;

export default defineConfig({
  test: {
    globalSetup: ['test/support/temporaryRoot.ts'],
    include: ['test/**/*.test.ts', 'examples/**/*.test.ts'],
    // Many tests wait for processes they start: on two processors one worker, vitest's choice, leaves one idle half the time.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: results ? ['default', ['json', { outputFile: results }]] : ['default'],
  },
});
