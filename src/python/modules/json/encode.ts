/** From values to JSON text. */
import {
  allocate,
  call,
  compare,
  isTrue,
  PyDict,
  PyList,
  PyTuple,
  pyError,
  repr,
  toArray,
  toFloat,
  typeError,
  typeName,
  typeOf,
  type Value,
  valueError,
} from '../../objects/index.ts';
import { floatType } from '../../objects/types.ts';

/** How `json.dumps` writes. */
export type Layout = {
  /** What each level is indented by; undefined for all on one line. */
  readonly indent: string | undefined;
  readonly betweenItems: string;
  readonly afterKey: string;
  /** Writes characters beyond ASCII as `\u…`. */
  readonly isAscii: boolean;
  readonly sortsKeys: boolean;
  readonly allowsNan: boolean;
  /** Gives a value that JSON has in place of one that it has not; None where there is no such function. */
  readonly substitute: Value;
};

const ESCAPES = new Map([
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['\f', '\\f'],
  ['\b', '\\b'],
]);

function textInQuotes(text: string, isAscii: boolean): string {
  const unwritable = isAscii ? /["\\]|[^ -~]/g : /["\\]|[^ -\u{10ffff}]/gu;
  const escaped = text.replace(
    unwritable,
    (character) => ESCAPES.get(character) ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `"${escaped}"`;
}

function floatText(value: number, { allowsNan }: Layout): string {
  if (Number.isFinite(value)) return repr(value);
  if (!allowsNan) throw valueError(`Out of range float values are not JSON compliant: ${repr(value)}`);
  return Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity';
}

/** Texts of numbers and constants, as keys too; undefined for other values. */
function scalarText(value: Value, layout: Layout): string | undefined {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'number') return floatText(value, layout);
  return typeof value === 'object' && typeOf(value).isSubtypeOf(floatType)
    ? floatText(toFloat(value), layout)
    : undefined;
}

/** Returns the JSON text of a value; raises TypeError for one that JSON has not. `open` are the collections around it. */
export function written(value: Value, layout: Layout, open: readonly Value[] = []): string {
  if (typeof value === 'string') return textInQuotes(value, layout.isAscii);
  const scalar = scalarText(value, layout);
  if (scalar !== undefined) return scalar;
  if (open.includes(value)) throw valueError('Circular reference detected');
  const around = [...open, value];
  if (value instanceof PyList || value instanceof PyTuple)
    return enclosed(
      '[',
      toArray(value).map((item) => written(item, layout, around)),
      ']',
      layout,
      open,
    );
  if (value instanceof PyDict) {
    const entries = entriesOf(value, layout).map(
      ([key, item]) =>
        `${textInQuotes(keyText(key, layout), layout.isAscii)}${layout.afterKey}${written(item, layout, around)}`,
    );
    return enclosed('{', entries, '}', layout, open);
  }
  if (layout.substitute !== null) return written(call(layout.substitute, [value]), layout, around);
  throw typeError(`Object of type ${typeOf(value).name} is not JSON serializable`);
}

function entriesOf(dict: PyDict, { sortsKeys }: Layout): [Value, Value][] {
  const entries = [...dict.entries()];
  if (!sortsKeys) return entries;
  return entries.sort(([a], [b]) => (isTrue(compare('<', a, b)) ? -1 : isTrue(compare('<', b, a)) ? 1 : 0));
}

function keyText(key: Value, layout: Layout): string {
  const text = typeof key === 'string' ? key : scalarText(key, layout);
  if (text === undefined) throw typeError(`keys must be str, int, float, bool or None, not ${typeName(key)}`);
  return text;
}

function enclosed(
  opening: string,
  items: readonly string[],
  closing: string,
  { indent, betweenItems }: Layout,
  open: readonly Value[],
): string {
  allocate(items.length);
  if (items.length === 0) return opening + closing;
  if (indent === undefined) return opening + items.join(betweenItems) + closing;
  const line = `\n${indent.repeat(open.length)}`;
  return `${opening}${line}${indent}${items.join(`${betweenItems}${line}${indent}`)}${line}${closing}`;
}

/** Returns how `json.dumps` writes with these arguments. */
export function layoutOf(
  indent: Value,
  separators: Value,
  isAscii: Value,
  sortsKeys: Value,
  allowsNan: Value,
  substitute: Value,
): Layout {
  const step = indent === null ? undefined : typeof indent === 'string' ? indent : ' '.repeat(spaces(indent));
  const [betweenItems, afterKey] =
    separators === null ? [step === undefined ? ', ' : ',', ': '] : toArray(separators).map(String);
  return {
    indent: step,
    betweenItems: betweenItems ?? ', ',
    afterKey: afterKey ?? ': ',
    isAscii: isTrue(isAscii),
    sortsKeys: isTrue(sortsKeys),
    allowsNan: isTrue(allowsNan),
    substitute,
  };
}

function spaces(indent: Value): number {
  if (typeof indent === 'bigint') return Math.min(64, Math.max(0, Number(indent)));
  throw pyError('TypeError', `can't multiply sequence by non-int of type '${typeName(indent)}'`);
}
