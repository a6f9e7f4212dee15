/** Mutation testing of the tensor core: what does no test notice when the code is changed? */
/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: ['src/tensor/**/*.ts', '!src/tensor/**/index.ts'],
  testRunner: 'vitest',
  testFiles: ['tests/tensor/**/*.test.ts'],
  vitest: { configFile: 'tests/mutation/vitest.config.ts', related: false },
  plugins: ['@stryker-mutator/vitest-runner'],
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  concurrency: 1,
  // A machine that is doing other things must not make mutants look endless.
  timeoutMS: 8_000,
  incremental: true,
  incrementalFile: 'reports/mutation/incremental.json',
  reporters: ['progress-append-only', 'clear-text', 'json', 'html'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
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
