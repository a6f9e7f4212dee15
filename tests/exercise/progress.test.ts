/** What a reader has done: kept, merged, carried elsewhere, and read whatever comes. */
import { describe, expect, test } from 'vitest';
import {
  isMissed,
  isSolved,
  keptProgress,
  mergedProgress,
  NO_PROGRESS,
  type Progress,
  progressCode,
  progressText,
  readProgress,
  readProgressCode,
  withResult,
} from '../../src/exercise/progress/index.ts';

const some: Progress = new Map([
  ['/a/length', { stage: 'solved', slips: ['added', 'no_root'] }],
  ['/a/column', { stage: 'shown', slips: [] }],
  ['/a/__proto__', { stage: 'solved-at-once', slips: ['constructor'] }],
]);

describe('a result', () => {
  test('never makes an item worse, and adds its slips', () => {
    const worse = withResult(some, '/a/length', { stage: 'tried', slips: ['counted'] });
    expect(worse.get('/a/length')).toEqual({ stage: 'solved', slips: ['added', 'counted', 'no_root'] });
    const better = withResult(some, '/a/column', { stage: 'solved', slips: [] });
    expect(better.get('/a/column')?.stage).toBe('solved');
  });

  test('tells what is solved and what is to come back to', () => {
    expect([...some].map(([, result]) => [isSolved(result), isMissed(result)])).toEqual([
      [true, true],
      [false, true],
      [true, false],
    ]);
    expect([isSolved(undefined), isMissed(undefined)]).toEqual([false, false]);
  });
});

test('two tabs know together what each knows, in either order', () => {
  const other: Progress = new Map([
    ['/a/length', { stage: 'solved-at-once', slips: ['counted'] }],
    ['/b/new', { stage: 'tried', slips: [] }],
  ]);
  const both = mergedProgress(some, other);
  expect(new Map([...both].toSorted())).toEqual(new Map([...mergedProgress(other, some)].toSorted()));
  expect(both.get('/a/length')).toEqual({ stage: 'solved-at-once', slips: ['added', 'counted', 'no_root'] });
  expect(both.size).toBe(4);
});

describe('as text', () => {
  test('it comes back as it was, also by a code that a message has broken into lines', () => {
    expect(readProgress(progressText(some))).toEqual(some);
    const code = progressCode(some);
    expect(code).toMatch(/^[\w.-]+$/);
    expect(readProgressCode(code)).toEqual(some);
    expect(readProgressCode(` ${code.slice(0, 20)}\n${code.slice(20)} `)).toEqual(some);
    expect(readProgressCode(progressText(some))).toEqual(some);
  });

  test.each([
    '',
    'null',
    '[]',
    '{"a":1}',
    '[2,[]]',
    '[1,{}]',
    'wxb1.',
    'wxb1.%%%',
    'hello',
    progressCode(some).slice(0, 30),
  ])('it is not read from %j', (text) => {
    expect(readProgressCode(text)).toBeUndefined();
    expect(keptProgress(text)).toEqual(NO_PROGRESS);
  });

  test('items that cannot be read are left out, all others stay', () => {
    expect(readProgress('[1,[["/a/x",3],["/a/y",9],[7,1],null,["/a/z",0,"slip",5]]]')).toEqual(
      new Map([
        ['/a/x', { stage: 'solved-at-once', slips: [] }],
        ['/a/z', { stage: 'tried', slips: ['slip'] }],
      ]),
    );
  });

  test('a device that keeps nothing has no progress', () => {
    expect(keptProgress(undefined)).toEqual(NO_PROGRESS);
  });
});
