/** Shapes typed where arrays stand, `(4, 3) @ (3, 2)`, as the Python that makes arrays of those shapes, and back. */

/** A shape in a text, with the names of its axes: `(batch: 4, in: 3)`. An axis without a name has undefined. */
export type TypedShape = {
  /** Where the Python that stands for it begins in the written text. */
  readonly from: number;
  readonly sizes: readonly number[];
  readonly names: readonly (string | undefined)[];
};

export type WrittenShapes = { readonly text: string; readonly shapes: readonly TypedShape[] };

const AXIS = String.raw`(?:[^\W\d]\w*\s*[:=]\s*)?\d+`;
const SHAPE = new RegExp(String.raw`^\(\s*(?:${AXIS}\s*(?:,\s*${AXIS}\s*)*,?)?\s*\)`, 'u');

/**
 * Returns the text with each typed shape written as an array of that shape: `np.zeros((4, 3))`. A shape is whole numbers, each
 * perhaps with a name before it, in round brackets with a comma, with a name, or with nothing in them; a number in brackets
 * alone is a number. An argument of a call that is a tuple and nothing else, as in `x.reshape((4, 3))`, stays a tuple.
 *
 * @param module the name under which the program has its library
 */
export function writeShapes(expression: string, module: 'np' | 'torch'): WrittenShapes {
  const shapes: TypedShape[] = [];
  /** For each bracket that is open, whether it is a call's. */
  const open: boolean[] = [];
  let text = '';
  for (let at = 0; at < expression.length; ) {
    const typed = isAfterOperand(text) ? undefined : shapeAt(expression.slice(at));
    const isArray =
      typed !== undefined && (open.at(-1) !== true || isOperand(text, expression.slice(at + typed.length)));
    if (isArray) {
      shapes.push({ from: text.length, sizes: typed.sizes, names: typed.names });
      text += `${module}.zeros(${tuple(typed.sizes)})`;
      at += typed.length;
      continue;
    }
    const character = expression.charAt(at);
    if (character === '(' || character === '[') open.push(isAfterOperand(text));
    if (character === ')' || character === ']') open.pop();
    text += character;
    at += 1;
  }
  return { text, shapes };
}

/** Returns a text with the arrays of `writeShapes` written as shapes again; `shapes`, in their order, give the names of axes. */
export function readShapes(text: string, shapes: readonly TypedShape[] = []): string {
  let count = 0;
  return text.replaceAll(/\b(?:np|torch)\.zeros\((\([\d, ]*\))\)/g, (_, sizes: string) => {
    const typed = shapes[count];
    count += 1;
    return typed === undefined ? sizes : namedTuple(typed);
  });
}

/** `(batch: 4, in: 3)`, as it is typed. */
export function namedTuple({ sizes, names }: Pick<TypedShape, 'sizes' | 'names'>): string {
  const axes = sizes.map((size, axis) => (names[axis] === undefined ? `${size}` : `${names[axis]}: ${size}`));
  return axes.length === 1 ? `(${axes[0]},)` : `(${axes.join(', ')})`;
}

/** Returns whether a bracket that follows is a call's or an index's. */
function isAfterOperand(text: string): boolean {
  return /[\w)\]]\s*$/.test(text) && !/\b(?:and|or|not|in|is|if|else|lambda|return)\s*$/.test(text);
}

/** Returns whether what stands between two texts is an operand of an operator, or what an attribute is taken of. */
function isOperand(before: string, after: string): boolean {
  return /[@+\-*/%<>]\s*$/.test(before) || /^\s*(?:[@+\-*/%<>]|[=!]=|\.\w)/.test(after);
}

function shapeAt(text: string): (Omit<TypedShape, 'from'> & { readonly length: number }) | undefined {
  const [whole] = SHAPE.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const axes = whole
    .slice(1, -1)
    .split(',')
    .map((axis) => axis.trim())
    .filter((axis) => axis !== '')
    .map((axis) => {
      const [size = '', name] = axis.split(/[:=]/).toReversed();
      return { size: Number(size), name: name?.trim() };
    });
  const isNumber = axes.length === 1 && axes[0]?.name === undefined && !whole.includes(',');
  if (isNumber) return undefined;
  return {
    length: whole.length,
    sizes: axes.map(({ size }) => size),
    names: axes.map(({ name }) => name),
  };
}

/** Returns a tuple as Python prints it. */
export function tuple(sizes: readonly number[]): string {
  return sizes.length === 1 ? `(${sizes[0]},)` : `(${sizes.join(', ')})`;
}
