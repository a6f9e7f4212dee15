import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    // Compile-time behaviour (shapes in types) is checked by the same type check as the rest of the project.
    typecheck: { enabled: false },
  },
});
