/** A value that is rounded is said with "about" or "≈", and one that is whole is not. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber } from '../../src/explain/index.ts';
import { dotFacts, dotTwin } from '../../src/widgets/dot-product/pure.ts';
import { startTransform, transformFacts, transformTwin } from '../../src/widgets/matrix-transform/pure.ts';
import { startVector, vectorTwin } from '../../src/widgets/vector/pure.ts';
import { point } from './arbitraries.ts';
import { PLANE } from './figures.ts';

describe('the words below a picture', () => {
  it('say what is whole as it is', () => {
    expect(vectorTwin(startVector({ ...PLANE, v: [0, 4] })).sentence).toBe(
      'The vector v = [0, 4] has length 4. It points 90° from the first axis; the unit vector in that direction is [0, 1].',
    );
  });

  it('say "about" where digits were cut', () => {
    const state = { a: [3, 2], b: [1, 4] } as const;
    expect(dotTwin(state, dotFacts(state)).sentence).toBe(
      'For a = [3, 2] and b = [1, 4], a · b = 11. The angle between them is about 42.27°: they point more with than against each other. ' +
        'The shadow of b on a has the signed length about 3.0509.',
    );
    expect(vectorTwin(startVector({ ...PLANE, v: [1, 1] })).sentence).toContain('has length about 1.4142.');
  });

  it('say what a number that was typed was cut to', () => {
    const state = { ...startTransform({ x: [1 / 3, 2] }) };
    expect(transformTwin(state, transformFacts(state)).sentence).toContain(
      'The point about [0.3333, 2] goes to about [0.3333, 2].',
    );
  });

  it('mark each rounded value of the table, and no other', () => {
    fc.assert(
      fc.property(fc.record({ a: point, b: point }), (state) => {
        const facts = dotFacts(state);
        const rows = new Map(dotTwin(state, facts).rows.map(([name = '', value = '']) => [name, value]));
        expect(rows.get('a · b')?.startsWith('≈')).toBe(!formatNumber(facts.dot).exact);
        if (facts.shadow !== undefined)
          expect(rows.get('Shadow of b on a')?.startsWith('≈')).toBe(!formatNumber(facts.shadow).exact);
        if (facts.angle !== undefined)
          expect(rows.get('Angle')?.startsWith('≈')).toBe(!formatNumber(facts.angle.degrees, 2).exact);
      }),
    );
  });
});
