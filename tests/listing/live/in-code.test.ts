/** The numbers of each widget, put into the programs that it illustrates in the chapter. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadBook } from '../../../src/book/index.ts';
import { prepareAll, runListing } from '../../../src/listing/build/index.ts';
import { type Numbers, withValues } from '../../../src/listing/live/text/index.ts';
import { dotLiterals } from '../../../src/widgets/dot-product/pure.ts';
import { forwardLiterals, startForward } from '../../../src/widgets/forward-pass/pure.ts';
import type { Literal } from '../../../src/widgets/index.ts';
import { matmulLiterals, startMatmul } from '../../../src/widgets/matmul/pure.ts';
import { startTransform, transformLiterals } from '../../../src/widgets/matrix-transform/pure.ts';
import { startVector, vectorLiterals } from '../../../src/widgets/vector/pure.ts';
import { LAYER, PLANE, TWO_LAYERS } from '../../widgets/figures.ts';

await prepareAll();

const [section] = loadBook('content').sections;
const chapter = readFileSync(`${section?.folder}/index.mdx`, 'utf8');
const vector = startVector(PLANE);

const STATES: readonly [component: string, literals: readonly Literal[]][] = [
  ['VectorWidget', vectorLiterals(vector)],
  ['VectorWidget', vectorLiterals({ ...vector, mode: 'sum' })],
  ['DotProductWidget', dotLiterals({ a: [-1.5, 0.25], b: [2, 3] })],
  ['MatrixTransformWidget', transformLiterals(startTransform({ x: [2, 1] }))],
  ['MatmulWidget', matmulLiterals(startMatmul(LAYER))],
  ['ForwardPassWidget', forwardLiterals(startForward(TWO_LAYERS))],
];

/** The program that an author has named for a widget, and its twin. */
function programsOf(component: string): readonly string[] {
  const [, listing] = new RegExp(`<${component} [^>]*listing="([\\w.]+)"`).exec(chapter) ?? [];
  const [, torch] = new RegExp(`<Listing numpy="${listing}" torch="([\\w.]+)"`).exec(chapter) ?? [];
  if (listing === undefined || torch === undefined) throw new Error(`${component} names no listing.`);
  return [listing, torch];
}

describe.each(STATES)('the numbers of a %s', (component, literals) => {
  it.each(programsOf(component))('are taken whole by %s, which runs with them', (file) => {
    const text = readFileSync(`${section?.folder}/listings/${file}`, 'utf8');
    const values = new Map<string, Numbers>(literals.map(({ name, value }) => [name, value]));
    const assigned = withValues(text, values);
    expect([assigned.names, assigned.missing]).toEqual([literals.map(({ name }) => name), []]);
    expect(withValues(assigned.text, values).line).toBeUndefined();
    expect(runListing(assigned.text, new Map())).toMatchObject({ kind: 'ran', exception: null });
  });
});
