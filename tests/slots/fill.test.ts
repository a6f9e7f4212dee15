/** Values stand in the holes of a text as text, whatever they are. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { prepareAll, sectionEvaluator } from '../../src/slots/evaluate/index.ts';
import {
  type FilledNode,
  failedSlots,
  filledText,
  fillTemplate,
  parseSlot,
  type SlotResult,
  slotKey,
} from '../../src/slots/index.ts';

await prepareAll();

const evaluate = sectionEvaluator(
  'import numpy as np\nimport torch\nW = np.array([[0.2, -0.5], [0.8, 0.3]])\nx = torch.tensor([0.5, -1.0])\n',
  'figures.py',
);

function resultOf(text: string): [string, SlotResult] {
  const slot = parseSlot(text);
  return [slotKey(slot), evaluate(slot)];
}

function filled(text: string, math?: true): FilledNode[] {
  const [slot, result] = resultOf(text);
  return fillTemplate([{ slot, ...(math && { math }) }], new Map([[slot, result]]));
}

/** Nodes as a line: `<mrow><mo>−</mo>…`. */
function written(nodes: readonly FilledNode[]): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return node;
      const inner = written(node.children ?? []);
      return 'tag' in node ? `<${node.tag}>${inner}</${node.tag}>` : inner;
    })
    .join('');
}

describe('a value in a text', () => {
  test.each([
    ['W[0, 1]', '−0.5'],
    ['x', '[0.5, −1.0]'],
    ['W.shape', '(2, 2)'],
    ['"*a* [b](c) <i>"', '*a* [b](c) <i>'],
    ['W[0] @ W[1]:.3f', '0.010'],
  ])('%s reads %s', (slot, text) => {
    expect(filledText(filled(slot))).toBe(text);
  });

  test('is drawn as a matrix where it is one, in a text as in a formula', () => {
    const matrix =
      '<mrow><mo>[</mo><mtable><mtr><mtd><mn>0.2</mn></mtd><mtd><mn>−0.5</mn></mtd></mtr>' +
      '<mtr><mtd><mn>0.8</mn></mtd><mtd><mn>0.3</mn></mtd></mtr></mtable><mo>]</mo></mrow>';
    expect(written(filled('W:g', true))).toBe(matrix);
    expect(written(filled('W:g'))).toBe(`<math>${matrix}</math>`);
  });

  test.each([
    ['0.5', '<mn>0.5</mn>'],
    ['-2', '<mn>−2</mn>'],
    ['1e-7', '<mrow><mn>1</mn><mo>×</mo><msup><mn>10</mn><mn>−7</mn></msup></mrow>'],
    ['-np.inf', '<mn>−∞</mn>'],
    ['np.nan', '<mtext>nan</mtext>'],
    ['2**20:,', '<mn>1,048,576</mn>'],
    ['(3,)', '<mrow><mo>(</mo><mn>3</mn><mo>,)</mo></mrow>'],
    ['x:g', '<mrow><mo>[</mo><mn>0.5</mn><mo>,</mo><mspace></mspace><mn>−1</mn><mo>]</mo></mrow>'],
    ['"<b>"', '<mtext><b></mtext>'],
  ])('%s becomes MathML in a formula', (slot, mathMl) => {
    expect(written(filled(slot, true))).toBe(mathMl);
  });

  test('is missing with a reason where its slot raised or was not evaluated', () => {
    const nodes = [{ tag: 'p', children: ['About ', { slot: 'y' }, ' and ', { slot: 'z' }] }];
    const result = fillTemplate(nodes, new Map([resultOf('y')]));
    expect(filledText(result)).toBe('About  and ');
    expect(failedSlots(result)).toEqual([
      { slot: 'y', problem: "NameError: name 'y' is not defined" },
      { slot: 'z', problem: 'Its line has not run.' },
    ]);
  });

  test('can never become an element or an attribute', () => {
    const texts = fc.string({ unit: fc.constantFrom(...'<>"\'&*_`[](){}$#|~\\/ab\n') });
    fc.assert(
      fc.property(texts, fc.constantFrom('constructor', '__proto__', 'toString', 'x'), (text, slot) => {
        const [node] = fillTemplate([{ slot }], new Map([[slot, { type: 'str', text }]]));
        expect(node).toEqual({ slot, children: [text] });
      }),
    );
  });

  test('is looked for among the results alone, whatever its name', () => {
    for (const slot of ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'])
      expect(failedSlots(fillTemplate([{ slot }], new Map()))).toHaveLength(1);
  });
});

describe('a value after a sign or under a power', () => {
  const inFormula = (text: string, guard: 'sign' | 'power', hue = false) => {
    const [slot, result] = resultOf(text);
    const hole = { slot, math: true as const, guard };
    const node = hue ? { tag: 'mrow', attributes: [['class', 'q-w'] as const], children: [hole] } : hole;
    return written(fillTemplate([node], new Map([[slot, result]])));
  };
  test.each([
    ['W[0, 1]', 'sign', '<mrow><mo>(</mo><mn>−0.5</mn><mo>)</mo></mrow>'],
    ['W[0, 1]', 'power', '<mrow><mo>(</mo><mn>−0.5</mn><mo>)</mo></mrow>'],
    ['W[0, 0]', 'sign', '<mn>0.2</mn>'],
    ['W[0]', 'sign', '<mrow><mo>[</mo><mn>0.2</mn><mo>,</mo><mspace></mspace><mn>−0.5</mn><mo>]</mo></mrow>'],
    ['0.00001', 'sign', '<mrow><mn>1</mn><mo>×</mo><msup><mn>10</mn><mn>−5</mn></msup></mrow>'],
  ] as const)('%s (%s)', (slot, guard, expected) => {
    expect(inFormula(slot, guard)).toBe(expected);
  });

  test('has its brackets around the coloured number', () => {
    const around = '<mrow><mo>(</mo><mrow><mn>−0.5</mn></mrow><mo>)</mo></mrow>';
    expect(inFormula('W[0, 1]', 'sign', true)).toBe(around);
  });
});
