import { defineConfig } from 'vitest/config';

/** For mutation testing: one worker keeps its modules, because a mutant is switched on while they run. */
export default defineConfig({
  test: { include: ['tests/tensor/**/*.test.ts'], isolate: false },
});
