/** The program that runs an expression: its library, the section's names that it uses, and the expression. */
import type { ListingSource } from '../listing/index.ts';
import type { AxisNames, Library } from './shape-check.ts';
import { type TypedShape, writeShapes } from './typed-shapes.ts';

/** A name of the section that an expression may use. */
export type KnownName = {
  readonly name: string;
  readonly value: number | readonly number[] | readonly (readonly number[])[];
  readonly axes: AxisNames;
};

export type ShapeProgram = {
  readonly text: string;
  readonly library: Library;
  /** The line of the expression, from 1. */
  readonly line: number;
  readonly shapes: readonly TypedShape[];
  readonly names: readonly KnownName[];
};

/** The longest expression that is run. */
export const LONGEST = 200;

/** Returns the libraries that an expression can be asked of: both, unless it names one. */
export function librariesFor(expression: string): readonly Library[] {
  if (/\b(?:np|numpy)\s*\./.test(expression)) return ['NumPy'];
  if (/\b(?:torch|nn|F)\s*\./.test(expression)) return ['PyTorch'];
  return ['NumPy', 'PyTorch'];
}

export function shapeProgram(
  expression: string,
  known: readonly KnownName[],
  library: Library,
): ShapeProgram {
  const module = library === 'NumPy' ? 'np' : 'torch';
  const { text, shapes } = writeShapes(expression.trim(), module);
  const names = known.filter(({ name }) => new RegExp(String.raw`\b${name}\b`).test(text));
  const lines = [
    ...(library === 'NumPy' ? ['import numpy as np'] : ['import torch', 'from torch import nn']),
    ...names.map(
      ({ name, value }) =>
        `${name} = ${module}.${library === 'NumPy' ? 'array' : 'tensor'}(${python(value)})`,
    ),
  ];
  return { text: [...lines, text].join('\n'), library, line: lines.length + 1, shapes, names };
}

/** Floats, as the section's listings write them. */
function python(value: KnownName['value']): string {
  if (typeof value === 'number') return Number.isInteger(value) ? `${value}.0` : String(value);
  return `[${value.map(python).join(', ')}]`;
}

/** Returns the program as whoever runs listings takes it: a program without notes. */
export function asListing({ text, library }: ShapeProgram): ListingSource {
  return { file: 'shapes.py', title: 'Shapes', library, text, axes: [], hues: [], notes: [], twins: [] };
}
