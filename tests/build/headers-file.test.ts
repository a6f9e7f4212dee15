import { expect, test } from 'vitest';
import { formatHeaders, headersFor, parseHeaders } from '../../src/build/headers-file.ts';

test('what is written is read again', () => {
  const rules = [
    { path: '/*', headers: { A: 'one: two', B: '3' } },
    { path: '/x/', headers: { C: '4' } },
  ];
  expect(parseHeaders(formatHeaders(rules))).toEqual(rules);
});

test('comments and empty lines are skipped', () => {
  expect(parseHeaders('# note\n\n/a\n  # note\n  B: 1\n')).toEqual([{ path: '/a', headers: { B: '1' } }]);
});

test('values of one header from several rules are joined', () => {
  const rules = parseHeaders('/*\n  A: 1\n/x/*\n  A: 2\n');
  expect(headersFor(rules, '/x/y')).toEqual({ A: '1, 2' });
  expect(headersFor(rules, '/y')).toEqual({ A: '1' });
});

test('a line that is no header is named', () => {
  expect(() => parseHeaders('/a\n  nothing\n')).toThrow(
    '_headers line 2: expected "  Name: value" below a path',
  );
});

test('what hosts would leave out without a word is refused', () => {
  const rules = (count: number) => Array.from({ length: count }, (_, k) => ({ path: `/${k}/`, headers: {} }));
  expect(parseHeaders(formatHeaders(rules(100)))).toHaveLength(100);
  expect(() => formatHeaders(rules(101))).toThrow('_headers has 101 rules; hosts take 100.');
  const value = (length: number) => [{ path: '/', headers: { A: 'x'.repeat(length - '  A: '.length) } }];
  expect(formatHeaders(value(2000))).toContain('xxx');
  expect(() => formatHeaders(value(2001))).toThrow('a line of 2001 characters');
});
