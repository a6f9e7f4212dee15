/**
 * Letters of mathematics in Unicode. MathML Core knows no `mathvariant` but "normal", so a bold or script letter is
 * written as the character of the block "Mathematical Alphanumeric Symbols" that looks so. The block has gaps: letters
 * that Unicode had before it keep their older place.
 */

/** Where the capitals, the small letters and, if the face has them, the digits of a face begin. */
interface Face {
  readonly capitals: number;
  readonly small: number;
  readonly digits?: number;
  /** Where the small Greek letters from α to ω begin. */
  readonly greek?: number;
  /** Letters that stand outside the block, by the plain letter. */
  readonly elsewhere?: ReadonlyMap<string, string>;
}

const FACES: ReadonlyMap<string, Face> = new Map<string, Face>([
  ['bold', { capitals: 0x1d400, small: 0x1d41a, digits: 0x1d7ce, greek: 0x1d6c2 }],
  ['italic', { capitals: 0x1d434, small: 0x1d44e, greek: 0x1d6fc, elsewhere: new Map([['h', 'ℎ']]) }],
  ['bold-italic', { capitals: 0x1d468, small: 0x1d482 }],
  ['script', { capitals: 0x1d49c, small: 0x1d4b6, elsewhere: new Map(pairs('BEFHILMRego', 'ℬℰℱℋℐℒℳℛℯℊℴ')) }],
  ['fraktur', { capitals: 0x1d504, small: 0x1d51e, elsewhere: new Map(pairs('CHIRZ', 'ℭℌℑℜℨ')) }],
  [
    'double-struck',
    {
      capitals: 0x1d538,
      small: 0x1d552,
      digits: 0x1d7d8,
      elsewhere: new Map(pairs('CHNPQRZ', 'ℂℍℕℙℚℝℤ')),
    },
  ],
  ['sans-serif', { capitals: 0x1d5a0, small: 0x1d5ba, digits: 0x1d7e2 }],
  ['monospace', { capitals: 0x1d670, small: 0x1d68a, digits: 0x1d7f6 }],
]);

function pairs(plain: string, written: string): [string, string][] {
  const targets = [...written];
  return [...plain].map((letter, k) => [letter, targets[k] ?? letter]);
}

/** Returns whether `face`, a value of MathML's `mathvariant`, has letters of its own in Unicode. */
export function hasLetters(face: string): boolean {
  return FACES.has(face);
}

/** `text` in the letters and digits of a face; a character that the face has no letter for stays as it is. */
export function inFace(text: string, face: string): string {
  const letters = FACES.get(face);
  if (letters === undefined) return text;
  return [...text].map((character) => letterOf(character, letters)).join('');
}

function letterOf(character: string, { capitals, small, digits, greek, elsewhere }: Face): string {
  const moved = elsewhere?.get(character);
  if (moved !== undefined) return moved;
  if (/[A-Z]/.test(character)) return nth(capitals, character, 'A');
  if (/[a-z]/.test(character)) return nth(small, character, 'a');
  if (greek !== undefined && /[α-ω]/.test(character)) return nth(greek, character, 'α');
  return digits !== undefined && /\d/.test(character) ? nth(digits, character, '0') : character;
}

function nth(start: number, character: string, first: string): string {
  return String.fromCodePoint(start + character.charCodeAt(0) - first.charCodeAt(0));
}
