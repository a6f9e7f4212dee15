/** The numbers of the line y = Wx + b as its program writes them, and what it prints. */
import type { FrontNumbers, FrontProgram } from '../../build/front/index.ts';
import { core } from '../../explain/index.ts';
import { printedVector } from '../../explain/printed/index.ts';
import type { Literal } from '../../listing/live/index.ts';
import { startTransform, type TransformState, withEntry } from '../../widgets/line/index.ts';

/** Returns the state with the numbers of a program. */
export function startOf({ W, x, b }: FrontNumbers): TransformState {
  return { ...startTransform({ x }), W, b };
}

/** Returns the literal as the program would write the present number: with the digits it has, at least those of the book. */
export function literalNow(literal: Literal, state: TransformState): Literal {
  const value = numberAt(literal, state);
  const bookDecimals = decimalsOf(literal.text);
  const shortest = String(value);
  const isPlain = !shortest.includes('e') && decimalsOf(shortest) <= bookDecimals;
  const text = isPlain ? value.toFixed(bookDecimals) : shortest;
  const [, power = '0'] = text.split('e');
  return { ...literal, text, value, step: Number(`1e${Number(power) - decimalsOf(text)}`) };
}

function numberAt({ name, places: [first = 0, second = 0] = [] }: Literal, state: TransformState): number {
  const row = name === 'W' ? state.W[first] : name === 'x' ? state.x : state.b;
  return row?.[name === 'W' ? second : first] ?? Number.NaN;
}

function decimalsOf(text: string): number {
  return /\.(\d*)/.exec(text)?.[1]?.length ?? 0;
}

/** Returns the state with another number in the place of a literal. */
export function withLiteral(
  state: TransformState,
  { name, places: [first = 0, second = 0] = [] }: Literal,
  value: number,
): TransformState {
  if (name === 'W') return withEntry(state, first === 0 ? 0 : 1, second === 0 ? 0 : 1, value);
  const kept = name === 'x' ? state.x : state.b;
  const pair = first === 0 ? ([value, kept[1]] as const) : ([kept[0], value] as const);
  return name === 'x' ? { ...state, x: pair } : { ...state, b: pair };
}

/** Returns what `print(y)` writes, with every bit that the sums leave. */
export function printedBy({ W, x, b }: TransformState): string {
  return printedVector(
    core.add(
      W.map((row) => core.dot(row, x)),
      b,
    ),
  );
}

/** Returns the program with the present numbers in it. */
export function programNow({ text, literals }: FrontProgram, state: TransformState): string {
  return literals
    .toReversed()
    .reduce(
      (changed, literal) =>
        changed.slice(0, literal.from) + literalNow(literal, state).text + changed.slice(literal.to),
      text,
    );
}
