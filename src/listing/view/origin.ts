/** Where a value comes from: the statement that wrote it, how, and what went in, back to the literals of the program. */
import { numberText } from '../../explain/index.ts';
import type { Snapshot } from '../../python/index.ts';
import { iterationOf } from './iteration.ts';
import type { ListingView } from './listing-view.ts';
import { numbersOf } from './numbers.ts';
import type { Origin, Work } from './state.ts';
import { isShown, layerParts, namesRead } from './states.ts';
import { type StepContext, type Writer, writerOf } from './step-context.ts';
import { valueView } from './value-view.ts';
import { workOf } from './work.ts';

/** A value in the state of some step: `ValueView` has its name and the step that wrote it. */
export interface OriginQuestion {
  /** The step that wrote it. */
  readonly step: number;
  readonly name: string;
  /** A place in row-major order, for one cell of a vector or matrix. */
  readonly cell?: number;
}

/** A history of more steps than this would not be read. */
const MOST_STEPS = 60;

/** Returns where a value comes from, or undefined for a step that there is not. */
export function originOf({ program, text }: ListingView, question: OriginQuestion): Origin | undefined {
  const context = program.at(question.step);
  if (context === undefined) return undefined;
  const teller = new Teller(text.split('\n'));
  return teller.written(valueAfter(question.name, context), question, context, 'statement');
}

/** Returns the value that a step wrote under a name, or that one of its expressions came to. */
function valueAfter(name: string, { step, evaluated, before }: StepContext): Snapshot | undefined {
  const written = step.changed.find((variable) => variable.name === name);
  const result = evaluated.findLast(({ expression }) => expression.text === name)?.value;
  const returned = name === 'returned' ? (step.returned ?? evaluated.at(-1)?.value) : undefined;
  return written ?? returned ?? result ?? before.get(name)?.variable;
}

/** Tells the history of one value, each step of it once. */
class Teller {
  readonly #lines: readonly string[];
  readonly #told = new Set<string>();

  constructor(lines: readonly string[]) {
    this.#lines = lines;
  }

  written(
    value: Snapshot | undefined,
    { name, cell }: Omit<OriginQuestion, 'step'>,
    context: StepContext,
    by: Origin['by'],
  ): Origin {
    const writer = lastWriterOfCell(name, cell, context);
    const { step, index, statement } = writer;
    const key = `${index} ${name}`;
    const isTold = this.#told.has(key) || this.#told.size >= MOST_STEPS;
    this.#told.add(key);
    const iteration = iterationOf(writer);
    return {
      name,
      ...(cell !== undefined && { cell }),
      label: labelOf(name, cell, value),
      value: textOf(name, cell, value),
      step: index,
      line: step.line,
      statement: this.#code(step.line, statement?.end ?? step.line),
      ...(iteration !== undefined && { iteration }),
      by,
      work: by === 'argument' ? [] : workFor(cell, value, writer),
      inputs: isTold ? [] : this.#inputs(writer, by),
      cut: isTold,
    };
  }

  /** What a call was given does not come from what it returned. */
  #inputs(context: StepContext, by: Origin['by']): Origin[] {
    const returned = by === 'argument' ? [] : returnsInto(context).flatMap((inner) => this.#returned(inner));
    const names = namesRead(context).filter(({ value }) => isShown(value));
    const named = names.flatMap((read) => {
      const { text } = read.expression;
      return this.#input(text, read.value, writerOf(text, read.value, context), context);
    });
    const parts = layerParts(context).flatMap(({ variable, line, step }) =>
      this.#input(variable.name, variable, { line, step, by: 'statement' }, context),
    );
    return [...returned, ...named, ...parts];
  }

  #input(name: string, value: Snapshot, writer: Writer | undefined, { program }: StepContext): Origin[] {
    const context = writer && program.at(writer.step);
    return context === undefined ? [] : [this.written(value, { name }, context, writer?.by ?? 'statement')];
  }

  #returned(context: StepContext): Origin[] {
    return [this.written(context.step.returned, { name: 'returned' }, context, 'statement')];
  }

  #code(line: number, end: number): string {
    return this.#lines
      .slice(line - 1, end)
      .join('\n')
      .trim();
  }
}

/** Returns the last steps of the calls that a step made to functions of the program. */
function returnsInto({ index, step, program }: StepContext): StepContext[] {
  const { steps } = program.trace;
  const returns: StepContext[] = [];
  for (let k = index + 1; k < steps.length && (steps[k]?.depth ?? 0) > step.depth; k += 1) {
    const context = steps[k]?.depth === step.depth + 1 && steps[k]?.returned ? program.at(k) : undefined;
    if (context !== undefined) returns.push(context);
  }
  return returns;
}

/** A write into some cells of a value leaves the others: each comes from the last step that wrote it. */
function lastWriterOfCell(name: string, cell: number | undefined, context: StepContext): StepContext {
  let writer = context;
  while (cell !== undefined) {
    const { step, before, statement, program } = writer;
    const now = step.changed.find((variable) => variable.name === name);
    const former = before.get(name);
    const isWhole = statement?.targets?.includes(name) ?? false;
    if (now === undefined || former === undefined || isWhole || former.step >= writer.index) return writer;
    const isSame = String(now.shape) === String(former.variable.shape);
    const [current, earlier] = [numbersOf(now)?.[cell], numbersOf(former.variable)?.[cell]];
    const next = isSame && Object.is(current, earlier) ? program.at(former.step) : undefined;
    if (next === undefined) return writer;
    writer = next;
  }
  return writer;
}

/** Returns the lines for a cell: one of as many as there are cells, or the only one; all of them where no cell is asked for. */
function workFor(cell: number | undefined, value: Snapshot | undefined, context: StepContext): Work[] {
  const work = workOf(context);
  if (cell === undefined) return work;
  const count = value === undefined ? 0 : (numbersOf(value)?.length ?? 0);
  return work.flatMap(({ text, worked }) => {
    const line = worked.lines.length === count ? worked.lines[cell] : undefined;
    const lines = line !== undefined ? [line] : worked.lines.length === 1 ? worked.lines : [];
    return lines.length === 0 ? [] : [{ text, worked: { ...worked, lines } }];
  });
}

/** `z[1]`, `Z[1, 0]`. */
function labelOf(name: string, cell: number | undefined, value: Snapshot | undefined): string {
  const [rows, columns] = value?.shape ?? [];
  if (cell === undefined || rows === undefined) return name;
  return columns === undefined
    ? `${name}[${cell}]`
    : `${name}[${Math.floor(cell / columns)}, ${cell % columns}]`;
}

function textOf(name: string, cell: number | undefined, value: Snapshot | undefined): string {
  if (value === undefined) return '';
  const number = cell === undefined ? undefined : numbersOf(value)?.[cell];
  if (number !== undefined && !value.dtype?.endsWith('bool')) return numberText(number);
  const view = valueView(name, value);
  if (view.kind === 'text') return view.text;
  return cell === undefined ? view.badge : (view.cells.flat()[cell] ?? '');
}
