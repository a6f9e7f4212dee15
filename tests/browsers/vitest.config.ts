import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/browsers/*.browser.ts'],
    reporters: ['verbose'],
    // A test is many steps in a real browser.
    testTimeout: 90_000,
    hookTimeout: 90_000,
    expect: { poll: { timeout: 20_000, interval: 100 } },
  },
});
