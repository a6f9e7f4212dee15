/** How a listing draws broadcasting, shared memory and strides: in words as well as in marks. */
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { StateView } from '../../src/components/listing/StateView.tsx';
import { Value } from '../../src/components/listing/Value.tsx';
import { prepareAll, runListing } from '../../src/listing/build/index.ts';
import {
  bookText,
  type ListingSource,
  type ListingView,
  listingView,
  stateAt,
  variablesAt,
} from '../../src/listing/index.ts';

await prepareAll();

function viewOf(...lines: readonly string[]): ListingView {
  const text = ['import numpy as np', ...lines, ''].join('\n');
  const source: ListingSource = {
    file: 'p.py',
    title: 'A program',
    library: 'NumPy',
    text,
    axes: [],
    hues: [],
    notes: [],
    twins: [],
  };
  return listingView(source, runListing(text, new Map()), bookText(source, []));
}

/** The words of what a step shows, as they are read. */
function heard(html: string): string {
  return html
    .replaceAll(/<span aria-hidden="true">[^<]*<\/span>/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

const lastState = (view: ListingView) => {
  const step = view.program.trace.steps.length - 1;
  return renderToStaticMarkup(<StateView state={stateAt(view, step)} />);
};

describe('the rows of what broadcasting stretched', () => {
  const layer = viewOf('Z = np.zeros((4, 2))', 'b = np.ones(2)', 'Y = Z + b');

  it('name the operand with both shapes, for the eye and for the ear', () => {
    const html = lastState(layer);
    expect(html).toContain('<code>b</code> (2,) <span aria-hidden="true">→</span>');
    expect(heard(html)).toContain('shape b (2,) is stretched to (4, 2)');
    expect(html).not.toContain('data-grows');
  });

  it('mark a value that has become larger than both operands, and say it in words', () => {
    const html = lastState(viewOf('c = np.ones((3, 1))', 'r = np.ones(3)', 'y = c - r'));
    expect(html.match(/data-grows="true"/g)).toHaveLength(1);
    expect(heard(html)).toContain('c (3, 1) is stretched to (3, 3) r (3,) is stretched to (3, 3)');
    expect(heard(html)).toContain(
      'Larger than both operands: (3, 1) and (3,) → (3, 3): 3 and 3 values became 9.',
    );
  });

  it('are left out where nothing was stretched', () => {
    expect(heard(lastState(viewOf('Z = np.zeros((4, 2))', 'Y = Z + Z')))).not.toContain('shape');
  });
});

describe('variables that look into one memory', () => {
  const view = viewOf('a = np.zeros((2, 3))', 'b = a.reshape(-1)', 'c = a.copy()', 'b[4] = 5');
  const last = view.program.trace.steps.length - 1;
  const drawn = (hasStrides: boolean) =>
    new Map(
      variablesAt(view, last).map((value) => [
        value.name,
        renderToStaticMarkup(<Value value={value} hasStrides={hasStrides} />),
      ]),
    );

  it('have the same mark, and say with whom they share', () => {
    const html = drawn(false);
    for (const name of ['a', 'b']) expect(html.get(name)).toContain('memory of <b>a</b>');
    expect(heard(html.get('a') ?? '')).toContain('memory of a , shared with b');
    expect(heard(html.get('b') ?? '')).toContain('memory of a , shared with a');
    expect(html.get('c')).not.toContain('memory of');
  });

  it('show a write through one of them in all of them', () => {
    const html = drawn(false);
    for (const name of ['a', 'b']) {
      expect(html.get(name)).toContain('data-shared="true"');
      expect(html.get(name)?.match(/data-mark="changed"/g)).toHaveLength(1);
    }
    expect(html.get('c')).not.toContain('data-mark');
  });

  it('tell their strides when they are asked for', () => {
    expect(drawn(false).get('a')).not.toContain('strides');
    expect(heard(drawn(true).get('a') ?? '')).toContain('strides (3, 1) , in elements');
    expect(heard(drawn(true).get('b') ?? '')).toContain('strides (1,) , in elements');
  });
});
