/**
 * What each task does, one step after the other: a string is another task, an object a program with its
 * arguments. `mend` is said when the program fails, below its own message; a `quiet` task leaves both streams to its program.
 *
 * @typedef {{ run: string, args: string[] }} Program
 * @typedef {{ steps: (string | Program)[], mend?: string, quiet?: boolean }} Task
 */

const correct = (/** @type {string} */ again) =>
  `Correct what is named above; "${again}" repeats this step alone.`;

/**
 * Astro's build. Left alone, Node lets garbage grow to several times what is in use before it looks for it; held to less, a
 * book of twenty sections takes a quarter less memory. More room for what is short-lived wins back the time.
 *
 * @type {Program}
 */
const buildBook = {
  run: 'node',
  args: [
    '--heap-growing-percent=75',
    '--max-semi-space-size=64',
    'node_modules/astro/bin/astro.mjs',
    'build',
  ],
};

/** @type {Readonly<Record<string, Task>>} */
export const tasks = {
  start: { steps: ['build', { run: 'node', args: ['src/build/serve.ts'] }] },
  dev: { steps: [{ run: 'astro', args: ['dev'] }] },
  record: { steps: [{ run: 'node', args: ['tests/goldens/book/record.ts'] }] },
  claims: { steps: [{ run: 'node', args: ['src/build/print-claims.ts'] }] },
  components: { steps: [{ run: 'node', args: ['src/build/print-components.ts'] }] },
  build: { steps: [buildBook], mend: correct('npm run build') },
  types: {
    steps: [
      { run: 'astro', args: ['check', '--tsconfig', 'tsconfig.astro.json', '--minimumSeverity', 'warning'] },
      { run: 'node', args: ['node_modules/typescript-7/bin/tsc'] },
    ],
    mend: correct('npm run check:types'),
  },
  lint: {
    steps: [
      { run: 'biome', args: ['check', '--error-on-warnings', '.'] },
      { run: 'knip', args: ['--no-config-hints'] },
    ],
    mend: 'Most of this is mended by "npx biome check --write ." or, for exports that nothing imports, "npx knip --fix"; "npm run check:lint" repeats this step alone.',
  },
  unit: { steps: [{ run: 'vitest', args: ['run'] }], mend: correct('npm run test:unit') },
  e2e: {
    steps: [
      { run: 'node', args: ['tests/browser/install.ts'] },
      { run: 'playwright', args: ['test'] },
    ],
    mend: 'The tests read the site in dist/: after a change "npm run build", then "npm run test:e2e".',
  },
  mutation: {
    steps: [{ run: 'stryker', args: ['run'] }],
    mend: 'Test what the surviving mutants change, remove code that makes no difference, or say in a comment why it does not.',
  },
  'coverage:tensor': {
    steps: [
      {
        run: 'vitest',
        args: [
          'run',
          'tests/tensor',
          '--coverage',
          '--coverage.include=src/tensor/**/*.ts',
          '--coverage.exclude=**/index.ts',
          '--coverage.thresholds.100',
        ],
      },
    ],
    mend: 'Test the lines and branches that the table names, or remove them.',
  },
  bench: {
    steps: [
      'build',
      { run: 'node', args: ['tests/browser/install.ts'] },
      { run: 'node', args: ['tests/bench/page/run.ts'] },
    ],
  },
  'bench:scale': { steps: [{ run: 'node', args: ['tests/bench/scale/run.ts'] }] },
  'bench:tensor': { steps: [{ run: 'node', args: ['tests/bench/tensor.ts'] }] },
  pdf: { steps: ['build', 'print'] },
  print: {
    steps: [
      { run: 'node', args: ['tests/browser/install.ts'] },
      { run: 'node', args: ['src/build/pdf.ts'] },
    ],
    mend: 'Only printing needs a browser; "npm run build" builds the site without PDF files.',
  },
  'bench:widgets': { steps: ['build', { run: 'node', args: ['tests/bench/widgets/run.ts'] }] },
  hosting: {
    steps: [
      { run: 'node', args: ['tests/browser/install.ts'] },
      { run: 'playwright', args: ['test', '--config', 'tests/hosting/playwright.config.ts'] },
    ],
    mend: 'The tests serve dist/ as the README says: after a change "npm run build", then "npm run test:hosting".',
  },
  browsers: {
    steps: [
      { run: 'node', args: ['tests/browsers/install.ts'] },
      { run: 'vitest', args: ['run', '--config', 'tests/browsers/vitest.config.ts'] },
    ],
    mend: 'The tests read the site in dist/: after a change "npm run build", then "npm run test:browsers".',
  },
  py: { steps: [{ run: 'node', args: ['--stack-size=3900', 'src/plot/command.ts'] }], quiet: true },
  'size:python': { steps: [{ run: 'node', args: ['tests/bench/python-size.ts'] }] },
  'bench:python': { steps: [{ run: 'node', args: ['tests/bench/python-speed.ts'] }] },
  picture: { steps: ['build', { run: 'node', args: ['tests/browser/take-picture.ts'] }] },
  check: { steps: ['types', 'lint'] },
  test: { steps: ['types', 'lint', 'unit', 'pdf', 'e2e'] },
};

/**
 * The programs of a task in the order they run, each with the task it belongs to. Extra arguments go to the
 * last one. Throws on a task that does not exist.
 * @param {string} name
 * @param {string[]} extra
 * @returns {{ task: string, program: Program }[]}
 */
export function programsOf(name, extra = []) {
  const { steps } = tasks[name];
  return steps.flatMap((step, index) => {
    const given = index === steps.length - 1 ? extra : [];
    if (typeof step === 'string') return programsOf(step, given);
    return [{ task: name, program: { run: step.run, args: [...step.args, ...given] } }];
  });
}
