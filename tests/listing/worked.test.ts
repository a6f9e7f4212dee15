/** Every worked sum beside the chapter's programs is true at the digits it shows, and ends in what the program got. */
import { describe, expect, it } from 'vitest';
import type { Chain, Expression } from '../../src/explain/index.ts';
import { sides, size } from '../explain/worth.ts';
import { chapterPrograms, chapterView, statesOf } from './program.ts';

const OPERATIONS = [
  'norm',
  'unit',
  'add',
  'subtract',
  'scale',
  'dot',
  'angle',
  'matrix-vector',
  'matmul',
  'layer',
  'cells',
  'relu',
  'comparison',
  'total',
  'transpose',
  'index',
  'reshape',
  'numbers',
  'arccos',
  'degrees',
  'multiply',
];

/** Lists on both sides are compared entry by entry. */
function entrywise(line: Chain): Chain[] {
  const lists = line.filter(({ expression }) => expression.kind === 'list');
  const length = Math.max(0, ...lists.map(({ expression }) => entries(expression).length));
  return Array.from({ length }, (_, k) =>
    lists.map(({ sign, expression }) => ({ sign, expression: entries(expression)[k] ?? expression })),
  );
}

function entries(expression: Expression): readonly Expression[] {
  return expression.kind === 'list' ? expression.entries : [];
}

const all = chapterPrograms.map((path) => chapterView(path));
const works = all.flatMap((view) =>
  view.panels.flatMap((panel) => statesOf(view, panel).flatMap(({ work }) => work)),
);

describe('the worked sums of the chapter', () => {
  it('cover every operation that its programs use', () => {
    const found = new Set(works.map(({ worked }) => worked.operation));
    expect([...found].toSorted()).toEqual(OPERATIONS.toSorted());
  });

  it('equate only what is equal', () => {
    let checked = 0;
    for (const { worked } of works)
      for (const line of worked.lines.flatMap((one) => [one, ...entrywise(one)]))
        for (const { sign, left, right } of sides(line)) {
          if (sign === '=') expect(Math.abs(left - right)).toBeLessThanOrEqual(1e-9 * size(line));
          // What was rounded is still near.
          else expect(Math.abs(left - right)).toBeLessThanOrEqual(2e-3 * size(line));
          checked += 1;
        }
    expect(checked).toBeGreaterThan(200);
  });

  it('hold what a comparison says', () => {
    const judged = works.flatMap(({ worked }) =>
      worked.lines.flatMap((line) =>
        line.flatMap(({ expression }) => (expression.kind === 'judgement' ? expression : [])),
      ),
    );
    expect(judged.length).toBeGreaterThanOrEqual(8);
    for (const { left, right, comparison, holds } of judged) {
      const [a, b] = [left, right].map((side) => (side.kind === 'number' ? side.formatted.text : ''));
      if (comparison === '≠') expect(a !== b).toBe(holds);
    }
  });
});
