/** From JSON text to values, with the messages of CPython's `json.decoder`. */
import {
  allocate,
  builtinException,
  exceptionType,
  PyDict,
  type PyError,
  PyList,
  pyError,
  type Value,
} from '../../objects/index.ts';

export const decodeErrorType = exceptionType(
  'JSONDecodeError',
  [builtinException('ValueError')],
  'json.decoder',
);

/** Returns the exception for what is wrong at `at`, with the attributes that CPython gives it. */
function decodeError(message: string, text: string, at: number): PyError {
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  const column = at - before.lastIndexOf('\n');
  const error = pyError(decodeErrorType, `${message}: line ${line} column ${column} (char ${at})`);
  for (const [name, value] of [
    ['msg', message],
    ['doc', text],
    ['pos', BigInt(at)],
    ['lineno', BigInt(line)],
    ['colno', BigInt(column)],
  ] as const)
    error.exception.attributes.set(name, value);
  return error;
}

const CONSTANTS: readonly (readonly [string, Value])[] = [
  ['null', null],
  ['true', true],
  ['false', false],
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
];

const ESCAPED = new Map([
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
]);

/** Returns the value of a JSON text; raises JSONDecodeError. */
export function parsed(text: string): Value {
  const reader = new Reader(text);
  reader.skipSpace();
  const value = reader.value();
  reader.skipSpace();
  if (reader.at < text.length) throw decodeError('Extra data', text, reader.at);
  return value;
}

class Reader {
  readonly #text: string;
  at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  skipSpace(): void {
    while (' \t\n\r'.includes(this.#text[this.at] ?? 'x')) this.at++;
  }

  value(): Value {
    const character = this.#text[this.at];
    if (character === '"') return this.#string();
    if (character === '{') return this.#object();
    if (character === '[') return this.#array();
    const constant = CONSTANTS.find(([word]) => this.#text.startsWith(word, this.at));
    if (constant !== undefined) {
      this.at += constant[0].length;
      return constant[1];
    }
    return this.#number();
  }

  #number(): Value {
    const pattern = /(-?(?:0|[1-9]\d*))(\.\d+)?([eE][-+]?\d+)?/y;
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.#text);
    if (found === null) throw decodeError('Expecting value', this.#text, this.at);
    this.at += found[0].length;
    const [whole, digits = '', fraction, exponent] = found;
    return fraction === undefined && exponent === undefined ? BigInt(digits) : Number(whole);
  }

  #string(): string {
    const start = this.at++;
    let read = '';
    for (;;) {
      const character = this.#text[this.at];
      if (character === undefined) throw decodeError('Unterminated string starting at', this.#text, start);
      if (character === '"') break;
      if (character < ' ') throw decodeError('Invalid control character at', this.#text, this.at);
      read += character === '\\' ? this.#escape(start) : character;
      this.at++;
    }
    this.at++;
    return read;
  }

  /** Leaves `at` on the last character of the escape. */
  #escape(start: number): string {
    const character = this.#text[++this.at];
    if (character === undefined) throw decodeError('Unterminated string starting at', this.#text, start);
    if (character !== 'u') {
      const meant = ESCAPED.get(character);
      if (meant === undefined) throw decodeError('Invalid \\escape', this.#text, this.at - 1);
      return meant;
    }
    const digits = this.#text.slice(this.at + 1, this.at + 5);
    if (!/^[\da-fA-F]{4}$/.test(digits)) throw decodeError('Invalid \\uXXXX escape', this.#text, this.at);
    this.at += 4;
    return String.fromCharCode(Number.parseInt(digits, 16));
  }

  #array(): PyList {
    const items: Value[] = [];
    this.at++;
    this.skipSpace();
    if (this.#text[this.at] === ']') this.at++;
    else
      do {
        allocate(1);
        items.push(this.value());
      } while (this.#goesOn(']', 'array'));
    return new PyList(items);
  }

  #object(): PyDict {
    const made = new PyDict();
    this.at++;
    this.skipSpace();
    if (this.#text[this.at] === '}') {
      this.at++;
      return made;
    }
    do {
      if (this.#text[this.at] !== '"')
        throw decodeError('Expecting property name enclosed in double quotes', this.#text, this.at);
      const key = this.#string();
      this.skipSpace();
      if (this.#text[this.at] !== ':') throw decodeError("Expecting ':' delimiter", this.#text, this.at);
      this.at++;
      this.skipSpace();
      allocate(1);
      made.set(key, this.value());
    } while (this.#goesOn('}', 'object'));
    return made;
  }

  /** Passes the comma before the next item, or the closing bracket, after which nothing goes on. */
  #goesOn(closing: string, what: string): boolean {
    this.skipSpace();
    const mark = this.at++;
    if (this.#text[mark] === closing) return false;
    if (this.#text[mark] !== ',') throw decodeError("Expecting ',' delimiter", this.#text, mark);
    this.skipSpace();
    if (this.#text[this.at] === closing)
      throw decodeError(`Illegal trailing comma before end of ${what}`, this.#text, mark);
    return true;
  }
}
