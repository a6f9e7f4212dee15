import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Matrix, Vector } from '../../src/matrix/index.ts';

const CELLS = [
  ['0.2', '−0.5', '0.1'],
  ['0.8', '0.3', '−0.4'],
];

/** What is left of the markup when only text counts, with `|` between elements. */
function texts(html: string): string[] {
  return html
    .split(/<[^>]*>/)
    .map((text) => text.replaceAll('\u00a0', ' ').trim())
    .filter((text) => text !== '');
}

describe('a matrix', () => {
  it('is a table with a caption, headers and the cells in order', () => {
    const html = renderToStaticMarkup(
      <Matrix name="W" hue="w" cells={CELLS} rowNames={['n0', 'n1']} columnNames={['f0', 'f1', 'f2']} />,
    );
    expect(texts(html)).toEqual([
      'W',
      'W, 2 by 3',
      'f0',
      'f1',
      'f2',
      'n0',
      '0.2',
      '−0.5',
      '0.1',
      'n1',
      '0.8',
      '0.3',
      '−0.4',
      '(2, 3)',
    ]);
    expect(html.match(/<th scope="col">/g)).toHaveLength(3);
    expect(html.match(/<th scope="row">/g)).toHaveLength(2);
    expect(html).toContain('data-hue="w"');
  });

  it('says a mark in words besides showing it', () => {
    const html = renderToStaticMarkup(
      <Matrix cells={CELLS} mark={(row, column) => (row === 1 && column === 2 ? 'changed' : undefined)} />,
    );
    expect(html.match(/data-mark="changed"/g)).toHaveLength(1);
    expect(texts(html)).toContain(', changed');
  });

  it('shows no badge when told so, and another when given', () => {
    expect(texts(renderToStaticMarkup(<Matrix name="X" cells={CELLS} shape={false} />))).not.toContain(
      '(2, 3)',
    );
    expect(texts(renderToStaticMarkup(<Matrix cells={CELLS} shape="batch × 3" />))).toContain('batch × 3');
  });

  it('needs no inline style, which the page forbids', () => {
    expect(renderToStaticMarkup(<Matrix name="W" cells={CELLS} mark={() => 'silent'} />)).not.toContain(
      'style=',
    );
  });
});

describe('a vector', () => {
  it('stands as one column unless it is laid down', () => {
    const standing = renderToStaticMarkup(
      <Vector name="x" cells={['0.8', '0.3', '0.5']} names={['x0', 'x1', 'x2']} />,
    );
    expect(standing.match(/<tr>/g)).toHaveLength(3);
    expect(standing.match(/scope="row"/g)).toHaveLength(3);
    const lying = renderToStaticMarkup(<Vector name="x" cells={['0.8', '0.3', '0.5']} as="row" />);
    expect(lying.match(/<tr>/g)).toHaveLength(1);
  });

  it('has the badge and the words of a one-dimensional shape', () => {
    const said = texts(renderToStaticMarkup(<Vector name="b" hue="b" cells={['0.1', '−0.1']} />));
    expect(said).toContain('(2,)');
    expect(said).toContain('b, vector of 2');
  });

  it('marks a component by its index, standing or lying', () => {
    for (const as of ['row', 'column'] as const) {
      const html = renderToStaticMarkup(
        <Vector cells={['1', '2']} as={as} mark={(k) => (k === 1 ? 'active' : undefined)} />,
      );
      expect(texts(html)).toEqual(['Matrix, vector of 2', '1', '2', ', in use', '(2,)']);
    }
  });
});
