import { defineConfig } from 'vitest/config';

export default defineConfig({
  // React's development build records a stack trace for every element, which takes most of the time of a drawing.
  oxc: { jsx: { runtime: 'automatic', development: false } },
  test: {
    // Two cores may have other things to do, and a program that never ends runs for its whole five seconds.
    testTimeout: 60_000,
    // Compile-time behaviour (shapes in types) is checked by the same type check as the rest of the project.
    typecheck: { enabled: false },
    projects: [
      { extends: true, test: { name: 'computed', include: ['tests/**/*.test.ts'] } },
      // Drawn by the build of React that readers get.
      {
        extends: true,
        test: { name: 'drawn', include: ['tests/**/*.test.tsx'], env: { NODE_ENV: 'production' } },
      },
    ],
  },
});
