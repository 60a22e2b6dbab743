import { defineConfig } from 'vitest/config';

/** Where to write a report for machines, beside the one for people. */
const report = process.env.TEST_REPORT;

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**', 'node_modules/**'],
    globalSetup: ['test/build.setup.ts'],
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    // Several tests wait for a pace or a process more than they count: one worker a core would stand idle.
    maxWorkers: 3,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
