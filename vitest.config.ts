import { defineConfig } from 'vitest/config';

// For whoever counts afterwards: the results as JSON too, in the file this names.
const { TOMBSTONE_TEST_RESULTS: results } = process.env;

export default defineConfig({
  test: {
    globalSetup: ['test/support/temporaryRoot.ts'],
    include: ['test/**/*.test.ts', 'examples/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: results ? ['default', ['json', { outputFile: results }]] : ['default'],
  },
});
