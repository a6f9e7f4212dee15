/** What an expression and its operands came to, under the names and in the hues that a formula shows them with. */
import type { Named, NamedRows } from '../../explain/index.ts';
import { broadcastTo, listOf, rowsOf } from '../numbers.ts';
import { type Evaluated, hueOf, type Scene } from '../scene.ts';

export function quantityOf(of: Evaluated, scene: Scene) {
  return hueOf(of, scene.notes.hues);
}

/** An expression's name in a formula: itself, in brackets where an operator would tear it apart. */
export function nameOf({ expression }: Evaluated): string {
  return expression.kind === 'binary' || expression.kind === 'compare'
    ? `(${expression.text})`
    : expression.text;
}

export function vectorOf(of: Evaluated, scene: Scene): Named | undefined {
  const values = listOf(of.value);
  const quantity = quantityOf(of, scene);
  return values && { name: nameOf(of), values, ...(quantity && { quantity }) };
}

export function matrixOf(of: Evaluated, scene: Scene): NamedRows | undefined {
  const rows = rowsOf(of.value);
  return rows && { name: nameOf(of), rows, quantity: quantityOf(of, scene) };
}

export function operands({ inputs: [left, right], value }: Evaluated, scene: Scene) {
  if (left === undefined || right === undefined) return undefined;
  const shape = value.shape ?? [];
  const [one, other] = [broadcastTo(left.value, shape), broadcastTo(right.value, shape)];
  if (one === undefined || other === undefined) return undefined;
  return [
    { values: one, quantity: quantityOf(left, scene) },
    { values: other, quantity: quantityOf(right, scene) },
  ] as const;
}

/** `Z[0, 1]` for each cell, or `[0, 1]` where the result has no name. */
export function cellNames(evaluated: Evaluated, scene: Scene): string[] {
  const name = targetOf(evaluated, scene) ?? '';
  const [rows = 1, columns] = evaluated.value.shape ?? [];
  return Array.from({ length: rows }, (_, i) =>
    columns === undefined
      ? [`${name}[${i}]`]
      : Array.from({ length: columns }, (__, j) => `${name}[${i}, ${j}]`),
  ).flat();
}

/** The name that a statement gives to an expression: to the last one it evaluates. */
export function targetOf(evaluated: Evaluated, { statement, evaluated: all }: Scene): string | undefined {
  const targets = statement?.kind === 'assign' ? statement.targets : undefined;
  return all.at(-1) === evaluated && targets?.length === 1 ? targets[0] : undefined;
}
