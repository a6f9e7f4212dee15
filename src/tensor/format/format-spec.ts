/** Python's format specification mini-language: reading a spec, padding and grouping by it. */

/** What Python raises for a bad spec or value; `message` is CPython's own, but for the bound on sizes below. */
export class FormatSpecError extends Error {
  readonly pythonType: 'ValueError' | 'OverflowError';

  constructor(message: string, pythonType: 'ValueError' | 'OverflowError' = 'ValueError') {
    super(message);
    this.name = 'FormatSpecError';
    this.pythonType = pythonType;
  }
}

/** `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`; `type` is empty when left out. */
export type FormatSpec = {
  readonly fill: string;
  readonly align: '<' | '>' | '=' | '^';
  readonly sign: '' | '+' | '-' | ' ';
  readonly zeroIsPositive: boolean;
  readonly alternate: boolean;
  readonly width: number;
  readonly grouping: '' | ',' | '_';
  readonly precision: number | undefined;
  readonly type: string;
};

type Formatted = 'float' | 'int' | 'str';
type Part = 'sign' | 'z' | 'alternate' | 'zero' | 'width' | 'grouping' | 'precision' | 'type';
type Parts = Record<Part, string> & { fill?: string; align?: string };

// A bound of this library, far beyond any sensible column: it keeps a slip from filling the memory.
const LARGEST_SIZE = 100_000;
const PATTERN = new RegExp(
  [
    '^(?:(?<fill>.)?(?<align>[<>=^]))?',
    '(?<sign>[-+ ]?)(?<z>z?)(?<alternate>#?)(?<zero>0?)(?<width>\\d*)',
    '(?<grouping>(?:,_?|_,?)?)(?<precision>(?:\\.\\d*)?)(?<type>.*)$',
  ].join(''),
  'su',
);

/** Reads `spec` as `format(value, spec)` does for a value of Python type `of`; throws `FormatSpecError`. */
export function parseFormatSpec(spec: string, of: Formatted): FormatSpec {
  // Every part may be empty, so the pattern matches any text.
  const { groups } = PATTERN.exec(spec) as RegExpExecArray;
  const { fill, align, sign, z, alternate, zero, width, grouping, precision, type } = groups as Parts;
  if (grouping.length > 1) throw new FormatSpecError("Cannot specify both ',' and '_'.");
  if (precision === '.') throw new FormatSpecError('Format specifier missing precision');
  if ([...type].length > 1)
    throw new FormatSpecError(`Invalid format specifier '${spec}' for object of type '${of}'`);
  const parsed = {
    fill: fill ?? (zero ? '0' : ' '),
    align: (align ?? (of === 'str' ? '<' : zero ? '=' : '>')) as FormatSpec['align'],
    sign: sign as FormatSpec['sign'],
    zeroIsPositive: z === 'z',
    alternate: alternate === '#',
    width: size(width),
    grouping: grouping as FormatSpec['grouping'],
    precision: precision === '' ? undefined : size(precision.slice(1)),
    type,
  };
  checkGrouping(parsed, of);
  return parsed;
}

function size(digits: string): number {
  const value = Number(digits);
  if (value <= LARGEST_SIZE) return value;
  throw new FormatSpecError(
    `width and precision of a format specifier may be at most ${LARGEST_SIZE} here, got ${digits}`,
  );
}

function checkGrouping({ grouping, type }: FormatSpec, of: Formatted): void {
  if (grouping === '') return;
  const allowed = grouping === '_' ? 'deEfFgG%boxX' : 'deEfFgG%';
  const meant = type === '' && of === 'str' ? 's' : type;
  if (!allowed.includes(meant))
    throw new FormatSpecError(`Cannot specify '${grouping}' with '${shown(meant)}'.`);
}

/** Returns the error for a type letter that values of Python type `of` do not know. */
export function unknownCode(type: string, of: Formatted): FormatSpecError {
  return new FormatSpecError(`Unknown format code '${shown(type)}' for object of type '${of}'`);
}

function shown(type: string): string {
  const code = type.codePointAt(0) as number;
  return code > 32 && code < 128 ? type : `\\x${code.toString(16)}`;
}

/** A number's text in the parts that padding and grouping tell apart: `prefix` is `0x`, `rest` from the point on. */
export type NumberText = {
  readonly sign: string;
  readonly prefix: string;
  readonly digits: string;
  readonly rest: string;
};

/** Groups and pads a number; zeros put between sign and digits are grouped along with them. */
export function layoutNumber({ sign, prefix, digits, rest }: NumberText, spec: FormatSpec): string {
  const lead = sign + prefix;
  if (digits === '') return padNumber(lead, digits + rest, spec);
  const every = spec.type !== '' && 'boxX'.includes(spec.type) ? 4 : 3;
  const room = spec.fill === '0' && spec.align === '=' ? spec.width - lead.length - rest.length : 0;
  return padNumber(lead, grouped(digits, spec.grouping, every, room) + rest, spec);
}

function padNumber(lead: string, text: string, spec: FormatSpec): string {
  if (spec.align !== '=') return pad(lead + text, spec);
  return lead + pad(text, { ...spec, align: '>', width: spec.width - lead.length });
}

function grouped(digits: string, separator: string, every: number, room: number): string {
  // A separator never leads: a room that would begin with one is overrun by a further zero.
  const filled = digits.padStart(room - Math.floor((room - 1) / (every + 1)), '0');
  return filled.replace(new RegExp(`\\B(?=(.{${every}})+$)`, 'g'), separator);
}

/** Pads `text` to the spec's width with its fill; widths count code points, as Python's do. */
export function pad(text: string, { fill, align, width }: FormatSpec): string {
  const missing = Math.max(0, width - [...text].length);
  if (align === '<') return text + fill.repeat(missing);
  if (align === '^') return fill.repeat(Math.floor(missing / 2)) + text + fill.repeat(Math.ceil(missing / 2));
  return fill.repeat(missing) + text;
}
