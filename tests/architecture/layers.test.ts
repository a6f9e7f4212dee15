import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** What each folder of src may import from; a folder may always import from itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  tensor: [],
  geometry: [],
  diagnostics: [],
  python: ['tensor'],
  plot: ['python'],
  lists: ['tensor'],
  explain: ['tensor', 'lists'],
  matrix: ['explain'],
  formula: ['diagnostics', 'slots', 'explain'],
  reader: [],
  search: [],
  book: ['diagnostics'],
  slots: ['diagnostics', 'python', 'tensor'],
  listing: ['diagnostics', 'slots', 'python', 'tensor', 'explain', 'matrix'],
  exercise: ['diagnostics', 'slots', 'python', 'listing'],
  figures: ['diagnostics', 'python', 'slots', 'listing', 'formula'],
  worker: ['listing', 'exercise'],
  shapes: ['listing', 'worker'],
  widgets: ['tensor', 'explain', 'geometry', 'matrix', 'formula', 'reader', 'shapes'],
  markdown: ['diagnostics', 'book', 'slots', 'figures', 'listing', 'formula'],
  build: ['book', 'diagnostics', 'figures', 'markdown', 'listing', 'exercise', 'formula', 'search', 'plot'],
  components: [
    'diagnostics',
    'explain',
    'book',
    'slots',
    'figures',
    'markdown',
    'listing',
    'exercise',
    'worker',
    'shapes',
    'widgets',
    'matrix',
    'formula',
    'reader',
    'search',
    'build',
  ],
  layouts: ['book', 'components', 'markdown', 'styles'],
  pages: ['book', 'figures', 'listing', 'markdown', 'components', 'layouts', 'shapes', 'widgets', 'build'],
};

/** Packages that draw or build pages; the layers that compute stay free of them, so that they run anywhere. */
const PAGE_PACKAGES = /^(react|react-dom|astro|@astrojs\/|d3-)/;
const COMPUTES = ['tensor', 'python', 'explain', 'listing', 'exercise'];

interface Import {
  readonly file: string;
  readonly layer: string;
  readonly specifier: string;
  /** Path from src, for a file of ours. */
  readonly target: string | undefined;
}

const src = resolve('src');

function scriptOf(path: string): string {
  const text = readFileSync(path, 'utf8');
  return path.endsWith('.astro') ? text.split(/^---$/m, 2).join('\n') : text;
}

function importsOf(path: string): Import[] {
  const file = relative(src, path);
  const layer = file.split('/')[0] ?? '';
  return ts.preProcessFile(scriptOf(path), true, true).importedFiles.map(({ fileName }) => ({
    file,
    layer,
    specifier: fileName,
    target: fileName.startsWith('.') ? relative(src, resolve(dirname(path), fileName)) : undefined,
  }));
}

const imports = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(ts|tsx|astro)$/.test(name) && name.includes('/'))
  .flatMap((name) => importsOf(join(src, name)));

const crossing = imports.filter(
  ({ layer, target }) => target !== undefined && target.split('/')[0] !== layer,
);
const show = ({ file, specifier }: Import) => `${file} imports ${specifier}`;

describe('the layers of src', () => {
  it('are all named here', () => {
    const folders = readdirSync(src, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const unnamed = folders
      .map(({ name }) => name)
      .filter((name) => name !== 'styles' && !(name in MAY_IMPORT));
    expect(unnamed).toEqual([]);
  });

  it('import downwards only', () => {
    expect(imports.length).toBeGreaterThan(50);
    const wrong = crossing.filter(
      ({ layer, target }) => !(MAY_IMPORT[layer] ?? []).includes(target?.split('/')[0] ?? ''),
    );
    expect(wrong.map(show)).toEqual([]);
  });

  it("use what another layer's index makes public, nothing behind it", () => {
    const inside = crossing.filter(
      ({ layer, target }) =>
        // Each widget has an index of its own, so that a page fetches only those that it shows.
        !/(^|\/)index\.tsx?$/.test(target ?? '') &&
        // Pages are put together from components, layouts, sheets and build steps, which have no index.
        !(
          ['layouts', 'pages'].includes(layer) && /^(components|layouts|styles|build)\//.test(target ?? '')
        ) &&
        !/\.css$/.test(target ?? ''),
    );
    expect(inside.map(show)).toEqual([]);
  });

  it('that compute know nothing of pages', () => {
    const wrong = imports.filter(
      ({ layer, specifier }) => COMPUTES.includes(layer) && PAGE_PACKAGES.test(specifier),
    );
    expect(wrong.map(show)).toEqual([]);
  });

  it('that compute the tensors depend on no package at all', () => {
    const packages = imports.filter(({ layer, target }) => layer === 'tensor' && target === undefined);
    expect(packages.map(show)).toEqual([]);
  });
});
