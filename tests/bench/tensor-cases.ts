/** What the bench asks of each library: the same operation on the same numbers, in the form that library likes best. */
import { add as mathAdd, multiply as mathMultiply, matrix } from 'mathjs';
import { Matrix } from 'ml-matrix';
import * as np from 'numpy-ts';
import { add, matmul, tensor } from '../../src/tensor/index.ts';

export const libraries = ['this core', 'mathjs', 'ml-matrix', 'numpy-ts'] as const;

export type Case = {
  readonly name: string;
  /** One call for each of `libraries`, which returns that library's own kind of result. */
  readonly calls: readonly (() => unknown)[];
};

type Rows = number[][];

/** Numbers of both signs with long fractions, the same in every run. */
function numbers(rows: number, columns: number): Rows {
  return Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (_, j) => Math.sin(i * columns + j + 1)),
  );
}

const dense = (values: Rows | number[]) => matrix(values, 'dense', 'number');

/** numpy-ts keeps arrays in WebAssembly's memory, which runs out unless what is done with is given back. */
function disposing(call: () => np.NDArray): () => np.NDArray {
  let last: np.NDArray | undefined;
  return () => {
    last?.dispose();
    last = call();
    return last;
  };
}

function matrixProduct(name: string, a: Rows, b: Rows): Case {
  const [x, y] = [tensor(a), tensor(b)];
  const [mathX, mathY] = [dense(a), dense(b)];
  const [mlX, mlY] = [new Matrix(a), new Matrix(b)];
  const [npX, npY] = [np.array(a), np.array(b)];
  return {
    name,
    calls: [
      () => matmul<number[], number[]>(x, y),
      () => mathMultiply(mathX, mathY),
      () => mlX.mmul(mlY),
      disposing(() => np.matmul(npX, npY)),
    ],
  };
}

function vectorProduct(name: string, a: Rows, b: number[]): Case {
  const [x, y] = [tensor(a), tensor(b)];
  const [mathX, mathY] = [dense(a), dense(b)];
  const [mlX, mlY] = [new Matrix(a), Matrix.columnVector(b)];
  const [npX, npY] = [np.array(a), np.array(b)];
  return {
    name,
    calls: [
      () => matmul<number[], number[]>(x, y),
      () => mathMultiply(mathX, mathY),
      () => mlX.mmul(mlY),
      disposing(() => np.matmul(npX, npY)),
    ],
  };
}

function broadcastSum(name: string, a: Rows, b: number[]): Case {
  const [x, y] = [tensor(a), tensor(b)];
  const [mathX, mathY] = [dense(a), dense(b)];
  const mlX = new Matrix(a);
  const [npX, npY] = [np.array(a), np.array(b)];
  return {
    name,
    calls: [
      () => add<number[], number[]>(x, y),
      () => mathAdd(mathX, mathY),
      () => mlX.clone().addRowVector(b),
      disposing(() => np.add(npX, npY)),
    ],
  };
}

const row = (length: number) => (numbers(1, length) as [number[]])[0];

export const smallCases: readonly Case[] = [
  vectorProduct('2×3 @ 3', numbers(2, 3), row(3)),
  matrixProduct('4×3 @ 3×2', numbers(4, 3), numbers(3, 2)),
  broadcastSum('[4, 2] + [2]', numbers(4, 2), row(2)),
  broadcastSum('[2, 3] + [3]', numbers(2, 3), row(3)),
];

/** Sides of the square products. */
export const sides = [64, 256, 512] as const;

export const squareCases: readonly Case[] = sides.map((n) =>
  matrixProduct(`${n}×${n} @ ${n}×${n}`, numbers(n, n), numbers(n, n)),
);

/** The elements of any library's result, row by row. */
export function elementsOf(result: unknown): number[] {
  const nested =
    result instanceof Matrix
      ? result.to2DArray()
      : 'toArray' in (result as object)
        ? (result as { toArray(): unknown }).toArray()
        : (result as { toNested(): unknown }).toNested();
  return (nested as (number | number[])[]).flat();
}
