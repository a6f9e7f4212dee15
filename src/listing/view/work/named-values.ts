/** What an expression and its operands came to, under the names and in the hues that a formula shows them with. */
import type { Named, NamedRows } from '../../../explain/index.ts';
import { broadcastTo, listOf, rowsOf } from '../numbers.ts';
import { type Evaluated, hueOf, type StepContext } from '../step-context.ts';

/** Returns an expression's name in a formula: itself, in brackets where an operator would tear it apart. */
export function nameOf({ expression }: Evaluated): string {
  return expression.kind === 'binary' || expression.kind === 'compare'
    ? `(${expression.text})`
    : expression.text;
}

export function vectorOf(of: Evaluated, context: StepContext): Named | undefined {
  const values = listOf(of.value);
  const hue = hueOf(of, context);
  return values && { name: nameOf(of), values, ...(hue && { hue }) };
}

export function matrixOf(of: Evaluated, context: StepContext): NamedRows | undefined {
  const rows = rowsOf(of.value);
  return rows && { name: nameOf(of), rows, hue: hueOf(of, context) };
}

export function operands({ inputs: [left, right], value }: Evaluated, context: StepContext) {
  if (left === undefined || right === undefined) return undefined;
  const shape = value.shape ?? [];
  const [one, other] = [broadcastTo(left.value, shape), broadcastTo(right.value, shape)];
  if (one === undefined || other === undefined) return undefined;
  return [
    { values: one, hue: hueOf(left, context) },
    { values: other, hue: hueOf(right, context) },
  ] as const;
}

/** `Z[0, 1]` for each cell, or `[0, 1]` where the result has no name. */
export function cellNames(evaluated: Evaluated, context: StepContext): string[] {
  const name = targetOf(evaluated, context) ?? '';
  const [rows = 1, columns] = evaluated.value.shape ?? [];
  return Array.from({ length: rows }, (_, i) =>
    columns === undefined
      ? [`${name}[${i}]`]
      : Array.from({ length: columns }, (__, j) => `${name}[${i}, ${j}]`),
  ).flat();
}

/** Returns the name that a statement gives to an expression: to the last one it evaluates. */
export function targetOf(
  evaluated: Evaluated,
  { statement, evaluated: all }: StepContext,
): string | undefined {
  const targets = statement?.kind === 'assign' ? statement.targets : undefined;
  return all.at(-1) === evaluated && targets?.length === 1 ? targets[0] : undefined;
}
