/** A changed text: where its notes are, how it is shared and kept. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readListing } from '../../../src/listing/build/index.ts';
import { keptEntry, readKept, readShared, sharedText } from '../../../src/listing/live/index.ts';
import { notePlaces } from '../../../src/listing/live/note-places.ts';
import { changesBetween, withChanges } from '../../../src/listing/live/text-changes.ts';
import { noteTemplate } from '../../../src/markdown/index.ts';
import { chapterFiles, chapterPrograms } from '../program.ts';

const sources = chapterPrograms.map((path) => readListing(...chapterFiles(path), noteTemplate).source);
const vectors = sources.find(({ file }) => file === 'vectors.py');
if (vectors === undefined) throw new Error('The chapter has no vectors.py.');

const lines = fc.array(fc.string({ unit: fc.constantFrom(...'ab =1\té😀') }), { maxLength: 12 });

describe('the notes of a changed program', () => {
  const placeOf = (marker: string, text: string) => notePlaces(vectors, text).get(marker);
  const book = vectors.text.split('\n');
  const [{ marker = '', line = 0 } = {}] = vectors.notes.slice(1);

  it('are where the author put them in the book', () => {
    for (const source of sources)
      expect([...notePlaces(source, source.text)]).toEqual(
        source.notes.map((note) => [note.marker, note.line]),
      );
  });

  it('move with the lines above them', () => {
    expect(placeOf(marker, ['# a', '', ...book].join('\n'))).toBe(line + 2);
  });

  it('stay with a line whose numbers or names change', () => {
    expect(placeOf(marker, vectors.text.replace('0.8', '-12.5'))).toBe(line);
    expect(placeOf(marker, vectors.text.replaceAll(/\bx\b/g, 'features'))).toBe(line);
  });

  it('are gone with their line, and come back with it', () => {
    const without = book.toSpliced(line - 1, 1).join('\n');
    expect(notePlaces(vectors, without).has(marker)).toBe(false);
    expect(placeOf(marker, book.join('\n'))).toBe(line);
  });

  it('follow a line that is moved', () => {
    const moved = [...book.toSpliced(line - 1, 1), book[line - 1]].join('\n');
    expect(placeOf(marker, moved)).toBe(book.length);
  });

  it('are never at two lines, or outside of the text', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...sources),
        lines,
        fc.nat(30),
        fc.nat(30),
        (source, inserted, at, removed) => {
          const text = source.text.split('\n').toSpliced(at, removed, ...inserted);
          const places = [...notePlaces(source, text.join('\n')).values()];
          expect(new Set(places).size).toBe(places.length);
          for (const place of places) expect(text[place - 1]).toBeDefined();
        },
      ),
    );
  });
});

describe('the difference between two texts', () => {
  it('makes one of the other', () => {
    fc.assert(
      fc.property(lines, lines, (a, b) => {
        const [before, after] = [a.join('\n'), b.join('\n')];
        expect(withChanges(before, changesBetween(before, after))).toBe(after);
      }),
    );
  });
});

describe('a link', () => {
  it('brings the text back, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...sources),
        lines,
        fc.nat(30),
        async ({ text: book }, inserted, at) => {
          const text = book
            .split('\n')
            .toSpliced(at, 1, ...inserted)
            .join('\n');
          const shared = await sharedText(book, text);
          expect(shared).toMatch(/^1[\w-]*$/);
          expect(await readShared(book, shared)).toEqual({ kind: 'text', text });
        },
      ),
    );
  });

  it('is short where one number was changed', async () => {
    const shared = await sharedText(vectors.text, vectors.text.replace('0.8', '0.9'));
    expect(shared.length).toBeLessThan(100);
  });

  it('that was cut, changed or made up is a problem, never an error', async () => {
    const sound = await sharedText(vectors.text, vectors.text.replace('0.8', '0.9'));
    expect(await readShared(vectors.text, sound.slice(0, -8))).toEqual({
      kind: 'problem',
      problem: 'damaged',
    });
    expect(await readShared(`${vectors.text}#`, sound)).toEqual({ kind: 'problem', problem: 'older' });
    expect(await readShared(vectors.text, `2${sound}`)).toEqual({ kind: 'problem', problem: 'newer' });
    const characters = fc.string({ unit: fc.constantFrom(...'1AZaz09-_%&=é😀') });
    await fc.assert(
      fc.asyncProperty(fc.nat(sound.length), characters, async (at, noise) => {
        for (const shared of [
          noise,
          `1${noise}`,
          sound.slice(0, at) + noise + sound.slice(at + noise.length),
        ]) {
          const read = await readShared(vectors.text, shared);
          expect(['text', 'problem']).toContain(read.kind);
        }
      }),
    );
  });

  it('that would unfold to more than a program is not unfolded', async () => {
    const huge = await sharedText('', 'x'.repeat(5_000_000));
    expect(await readShared('', huge)).toEqual({ kind: 'problem', problem: 'damaged' });
  });
});

describe('a kept text', () => {
  it('comes back, and says whether the book has changed since', () => {
    const entry = keptEntry('x = 1\n', 'x = 2\n');
    expect(readKept('x = 1\n', entry)).toEqual({ text: 'x = 2\n', isOfThisEdition: true });
    expect(readKept('x = 3\n', entry)).toEqual({ text: 'x = 2\n', isOfThisEdition: false });
  });
  it.each([null, '', '{', 'null', '7', '[]', '[2,"a","b"]', '[1,"a",3]'])(
    'is none where %j is stored',
    (stored) => {
      expect(readKept('', stored)).toBeUndefined();
    },
  );
});
