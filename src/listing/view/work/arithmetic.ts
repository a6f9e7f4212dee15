/** Sums, differences, products and quotients of numbers, vectors and tables of cells. */
import {
  core,
  explainCells,
  explainMultiple,
  explainNumbers,
  explainProducts,
  explainQuotient,
  explainSum,
  explainUnit,
  type Named,
  type Sign,
  type Worked,
} from '../../../explain/index.ts';
import { listOf, numberOf, numbersOf } from '../numbers.ts';
import { type Evaluated, hueOf, type StepContext } from '../step-context.ts';
import { cellNames, operands, vectorOf } from './named-values.ts';

const SIGNS: Readonly<Record<string, Sign>> = { '+': '+', '-': '−', '*': '·', '/': '/' };

export function arithmetic(evaluated: Evaluated, context: StepContext): Worked | undefined {
  const { expression, inputs, value } = evaluated;
  const [left, right] = inputs;
  const sign = SIGNS[expression.operator ?? ''];
  if (left === undefined || right === undefined || sign === undefined) return undefined;
  const [one, other, single] = [numberOf(left.value), numberOf(right.value), numberOf(value)];
  if (one !== undefined && other !== undefined && single !== undefined)
    return explainNumbers(one, sign, other, single, [hueOf(left, context), hueOf(right, context)]);
  return onVectors(evaluated, sign, context) ?? cellByCell(evaluated, sign, context);
}

/** Two vectors, or a vector and a number, fit on one line. */
function onVectors({ inputs, value }: Evaluated, sign: Sign, context: StepContext): Worked | undefined {
  const [left, right] = inputs;
  const result = listOf(value);
  if (left === undefined || right === undefined || result === undefined) return undefined;
  const [a, b] = [vectorOf(left, context), vectorOf(right, context)];
  const [c, d] = [numberOf(left.value), numberOf(right.value)];
  if (a && b && a.values.length === b.values.length) {
    if (sign === '+' || sign === '−') return explainSum(plain(a), plain(b), sign, result);
    return sign === '·' ? explainProducts(a, b, result) : undefined;
  }
  if (c !== undefined && b && sign === '·') return withoutLead(explainMultiple(c, b, result));
  if (a && d !== undefined && sign === '·') return withoutLead(explainMultiple(d, a, result));
  if (a && d !== undefined && sign === '/')
    return isLengthOf(d, a) ? explainUnit(a, d, result) : explainQuotient(a, d, result);
  return undefined;
}

/** Where a sum stands first in a sum, its brackets say nothing. */
function plain(named: Named): Named {
  return { ...named, name: named.name.replace(/^\((.*)\)$/, '$1') };
}

/** Returns the chain from its first numbers on, where its symbols are not those of the program. */
function withoutLead(worked: Worked): Worked {
  const lines = worked.lines.map(([, second, ...rest]) =>
    second === undefined ? [] : [{ ...second, sign: '' as const }, ...rest],
  );
  return { ...worked, lines };
}

const NEAR = 1e-6;

function isLengthOf(divisor: number, { values }: Named): boolean {
  const length = core.norm(values);
  return length > 0 && Math.abs(divisor - length) <= NEAR * length;
}

function cellByCell(evaluated: Evaluated, sign: Sign, context: StepContext): Worked | undefined {
  const cells = operands(evaluated, context);
  const result = numbersOf(evaluated.value);
  return cells && result && explainCells(cellNames(evaluated, context), cells[0], sign, cells[1], result);
}
