/** Numbers between what is heard and the tensor core: read out of utterances, and written as they must be heard. */
import { numberText } from '../../src/explain/index.ts';
import { fromFlat, stack, type Tensor } from '../../src/tensor/index.ts';

/** `slider "Tip of a", 3 comma −2` as the vector it tells. */
export function heardVector(heard: readonly string[], control: string): Tensor {
  const start = `slider "${control}", `;
  const utterance = heard.find((one) => one.startsWith(start));
  if (!utterance) throw new Error(`Nothing says: ${start}…`);
  const values = utterance.slice(start.length).split(' comma ').map(asNumber);
  return fromFlat(values, [values.length]);
}

/** The rows of the table of this name, each as its cells are heard. */
export function heardRows(heard: readonly string[], table: string): readonly (readonly string[])[] {
  const at = heard.findIndex((one) => one.startsWith(`table "${table}`));
  if (at < 0) throw new Error(`Nothing says: table "${table}…`);
  const after = heard.slice(at + 1);
  const end = after.findIndex((one) => !one.startsWith('row '));
  return after.slice(0, end < 0 ? after.length : end).map((row) => row.slice('row '.length).split(' | '));
}

/** The numbers of the table of this name, without its headers and without what is said of a cell besides. */
export function heardMatrix(heard: readonly string[], table: string): Tensor {
  const numbers = heardRows(heard, table).map((row) => row.map(asNumber).filter(Number.isFinite));
  const rows = numbers.filter((row) => row.length > 0);
  return stack(rows.map((row) => fromFlat(row, [row.length])));
}

/** The numbers of a tensor as the book writes them. */
export function written(values: Tensor): readonly string[] {
  return values.toFlat().map((value) => numberText(value));
}

/** A vector as the book writes it in a sentence. */
export function writtenVector(values: Tensor): string {
  return `[${written(values).join(', ')}]`;
}

function asNumber(text: string): number {
  return Number.parseFloat(text.replace('−', '-'));
}
