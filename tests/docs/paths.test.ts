/** The files and folders that the documents name exist. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const documents = globSync(['*.md', '{src,tests,content}/**/README.md']);
const files = globSync('{src,tests,content,public}/**/*').concat(globSync('*'));
const names = new Set(files.map((file) => basename(file)));

/** A folder, or a file with an ending of the project's. */
const PATH = /^(?:\w[\w.-]*\/)*\w[\w.-]*(?:\/|\.(?:ts|tsx|mjs|astro|css|mdx?|py|yaml))$/;
/** Words in capitals stand for any name; what commands write need not be there. */
const NOT_KEPT = /^(?:reports|_astro|dist|node_modules|coverage)\/|(?:^|\/)[A-Z]+\.(?!md$)/;

/** What a document sets as code and what looks like a path of the project. */
function pathsIn(text: string): string[] {
  const prose = text.replaceAll(/^```[\s\S]*?^```$/gm, '').replaceAll(/^ {4}.*$/gm, '');
  const code = [...prose.matchAll(/`([^`\n]+)`/g)].map(([, token = '']) => token);
  return code.filter((token) => PATH.test(token) && !NOT_KEPT.test(token));
}

/** A path counts from the project's folder or from the document's; a name alone may stand anywhere. */
function isThere(path: string, document: string): boolean {
  const folders = ['.', dirname(document), 'tests', 'content'];
  if (folders.some((folder) => existsSync(join(folder, path)))) return true;
  return path.includes('/')
    ? files.some((file) => `${file}/`.endsWith(`/${path.replace(/\/?$/, '/')}`))
    : names.has(path);
}

test.each(documents)('%s names only files and folders that there are', (document) => {
  const paths = pathsIn(readFileSync(document, 'utf8'));
  expect(paths.filter((path) => !isThere(path, document))).toEqual([]);
});

test('the documents name enough files for this to be a test', () => {
  const named = documents.flatMap((document) => pathsIn(readFileSync(document, 'utf8')));
  expect(named.length).toBeGreaterThan(150);
});

test('each folder of src with more than ten files is described by a README in it or above it', () => {
  const folders = Map.groupBy(globSync('src/**/*.*'), (file) => dirname(file));
  const large = [...folders].filter(([, inside]) => inside.length > 10).map(([folder]) => folder);
  const described = (folder: string): boolean =>
    folder !== 'src' && (existsSync(join(folder, 'README.md')) || described(dirname(folder)));
  expect(large.filter((folder) => !described(folder))).toEqual([]);
});
