import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { shapesAtBuild } from '../../src/shapes/build/index.ts';
import {
  BroadcastingWidget,
  DotProductWidget,
  ForwardPassWidget,
  MatmulWidget,
  MatrixTransformWidget,
  ReshapeWidget,
  ShapesWidget,
  VectorWidget,
} from '../../src/widgets/index.ts';
import { knownNames, START } from '../../src/widgets/shapes/pure.ts';
import { UNSHOWABLE, withoutCode } from './arbitraries.ts';
import { b, LAYER, PLANE, TWO_LAYERS } from './figures.ts';

const Z = [
  [0.16, 0.43],
  [-0.31, 0.17],
];
const MEMORY = { values: Array.from({ length: 12 }, (_, k) => k), shape: [3, 4] as const };

const SECTION = { ...LAYER, x: LAYER.X[0] ?? [] };

const STILL: readonly [name: string, widget: ReactNode, shows: readonly string[]][] = [
  [
    'vector',
    <VectorWidget key="1" figures={PLANE} />,
    ['v₀ = 3', 'v₁ = 4', '‖v‖ = 5', '53.13°', '[0.6, 0.8]'],
  ],
  [
    'dot product',
    <DotProductWidget key="2" figures={PLANE} />,
    ['11', '42.27°', '≈ 3.0509', '0.7399', 'more with than against'],
  ],
  ['matrix transform', <MatrixTransformWidget key="3" figures={{ x: [2, 1] }} />, ['The identity', 'det']],
  [
    'matmul',
    <MatmulWidget key="4" figures={LAYER} />,
    ['0.06', '0.53', '−0.41', '0.44', '(4, 3)', '(3, 2)', '(4, 2)'],
  ],
  [
    'forward pass',
    <ForwardPassWidget key="5" figures={TWO_LAYERS} />,
    ['−0.31', ', silent', '2 of the 8 activations are 0'],
  ],
  [
    'broadcasting',
    <BroadcastingWidget key="6" figures={{ left: Z, right: b }} />,
    ['(2, 2)', '(2,)', ', repeated', '0.26'],
  ],
  [
    'reshape',
    <ReshapeWidget key="7" figures={MEMORY} />,
    ['(3, 4)', '(4, 3)', '(1, 4)', 'a copy: memory of its own'],
  ],
  [
    'shapes',
    <ShapesWidget key="8" figures={SECTION} first={await shapesAtBuild(START.text, knownNames(SECTION))} />,
    ['(4, 3) @ (3, 2) + (2,)', 'summed away', 'torch.Size([4, 2])', 'Aligned from the right'],
  ],
];

describe('a widget before any script runs', () => {
  it.each(STILL)('%s is a complete figure with its numbers', (_, widget, shows) => {
    const text = renderToStaticMarkup(widget).replaceAll(/<[^>]*>/g, '');
    for (const part of shows) expect(text).toContain(part);
  });

  it.each(STILL)('%s shows nothing that cannot be read, and no inline style', (_, widget) => {
    const html = renderToStaticMarkup(widget);
    expect(html).not.toContain('style=');
    expect(html).not.toMatch(/NaN|undefined/);
    expect(withoutCode(html.replaceAll(/<[^>]*>/g, ' '))).not.toMatch(UNSHOWABLE);
  });

  it.each(STILL)('%s is a labelled group with a text twin', (_, widget) => {
    const html = renderToStaticMarkup(widget);
    expect(html).toMatch(/^<div class="widget" role="group" aria-label="[A-Z]/);
    expect(html).toContain('The same numbers as a table');
  });

  it('has no control that could be used in vain', () => {
    const html = renderToStaticMarkup(<DotProductWidget figures={PLANE} embed="embed/dot-product/" />);
    const controls = html.match(/<(button|input|textarea)\b[^>]*>/g) ?? [];
    expect(controls.length).toBeGreaterThan(8);
    for (const control of controls) expect(control).toContain('disabled');
  });

  it('offers its numbers as code only where a listing takes them', () => {
    const without = renderToStaticMarkup(<DotProductWidget figures={PLANE} />);
    const withListing = renderToStaticMarkup(<DotProductWidget figures={PLANE} onSend={() => undefined} />);
    expect(without).not.toContain('See in code');
    expect(withListing).toContain('See in code');
  });
});
