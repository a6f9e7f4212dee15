/** `content/README.md` shows only what builds. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { frontmatterSchema } from '../../src/book/frontmatter.ts';
import { loadBook } from '../../src/book/index.ts';
import { checkExercise, readExercise } from '../../src/exercise/build/index.ts';
import {
  bookSlots,
  prepareAll,
  readListing,
  readReference,
  runListing,
} from '../../src/listing/build/index.ts';
import { componentReference, components, noteTemplate } from '../../src/markdown/index.ts';
import { compileText, ONE, writeBook } from '../markdown/page.ts';

const text = readFileSync('content/README.md', 'utf8');
/** The examples of a kind, as the fence names it. */
const examples = (kind: string) =>
  [...text.matchAll(/^```(.+)\n([\s\S]*?)^```$/gm)].flatMap(([, fence, body = '']) =>
    fence === kind ? [body] : [],
  );
const only = (kind: string) => {
  const [example, ...more] = examples(kind);
  if (example === undefined || more.length > 0) throw new Error(`Expected one example "${kind}".`);
  return example;
};

test.each(examples('mdx').map((example, index) => [index, example] as const))(
  'example %i is a page',
  async (_, example) => {
    const page = await compileText(example, { [`${ONE}/figures.py`]: only('python figures') });
    expect(page.code).toContain('MDXContent');
  },
);

test('book.yaml and the metadata of a section are taken as they are shown', () => {
  expect(loadBook(writeBook({ 'book.yaml': only('yaml') })).sections.map(({ url }) => url)).toEqual([
    '/first/one/',
    '/first/two/',
  ]);
  expect(frontmatterSchema.parse(parse(only('yaml front'))).title).toBe('Vectors');
});

test('the program runs, and its notes and the reference are read', () => {
  const { source } = readListing(
    { file: 'vectors.py', text: only('python program') },
    { file: 'vectors.notes.md', text: only('md notes') },
    noteTemplate,
  );
  expect(source.notes.map(({ marker, line }) => [marker, line])).toEqual([
    ['import', 1],
    ['weights', 3],
  ]);
  expect(runListing(source.text, bookSlots(source))).toMatchObject({ kind: 'ran', exception: null });
  expect([...readReference([{ file: 'numpy.md', text: only('md reference') }]).keys()]).toEqual(['np.array']);
});

test('the exercise is one that can be asked', async () => {
  await prepareAll();
  const exercise = readExercise(
    { file: 'pairs.py', text: only('python exercise') },
    { file: 'pairs.md', text: only('md exercise') },
    noteTemplate,
  );
  expect(() => checkExercise(exercise, 20)).not.toThrow();
});

test('names only components that there are; the printed reference has each with all its props', () => {
  const named = [...text.matchAll(/<([A-Z]\w+)/g)].map(([, name]) => name ?? '');
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((name) => !Object.hasOwn(components, name))).toEqual([]);
  const printed = componentReference();
  for (const [name, { doc }] of Object.entries(components))
    expect(printed).toContain(`## <${name}>\n\n${doc}\n`);
  expect(printed).toContain('- kind: one of key, care, note');
  expect(printed).toContain('- caption, may be left out: text');
  expect(printed).toContain('- of: A Python expression on the names of the figures file');
});
