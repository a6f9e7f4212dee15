import { expect, it } from 'vitest';
import { CORE_LIMIT, coreSize } from './core-size.ts';

it('the core, minified and gzipped, fits its limit', async () => {
  const { gzipped } = await coreSize();
  expect(gzipped).toBeLessThanOrEqual(CORE_LIMIT);
});
