/** Mutation testing of the tensor core: what does no test notice when the code is changed? */
/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: ['src/tensor/**/*.ts', '!src/tensor/**/index.ts'],
  testRunner: 'in-process',
  plugins: ['./tests/mutation/runner.ts', './tests/mutation/report.ts'],
  coverageAnalysis: 'perTest',
  concurrency: 1,
  // The runner itself stops a test that never ends; this is for what even that does not stop.
  timeoutMS: 120_000,
  // Code loaded afresh stays in memory, so that a process is not kept for ever.
  maxTestRunnerReuse: 250,
  incremental: true,
  incrementalFile: 'reports/mutation/incremental.json',
  reporters: ['progress-append-only', 'markdown', 'json', 'html'],
  jsonReporter: { fileName: 'reports/mutation/mutation.json' },
  htmlReporter: { fileName: 'reports/mutation/mutation.html' },
  ignorePatterns: [
    'dist',
    'content',
    'public',
    '.astro',
    'reports',
    'src/**',
    '!src/tensor/**',
    'tests/**',
    '!tests/tensor/**',
    '!tests/mutation/**',
    '!tests/goldens/**',
  ],
  thresholds: { high: 95, low: 90, break: 90 },
};
