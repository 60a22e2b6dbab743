import { defineConfig } from 'vitest/config';

const report = process.env.TEST_REPORT;

// Tests that need a real Chromium; `.ci/run` installs it first.
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
