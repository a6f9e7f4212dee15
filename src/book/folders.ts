/** Checks that `book.yaml` and the folders under `content/` name each other. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { AuthorError, type Place, suggestion } from '../diagnostics/index.ts';
import type { BookFile } from './book-schema.ts';
import type { YamlSource } from './yaml-source.ts';

/** Folders under `content/` that are not chapters. */
const OTHER_FOLDERS = ['reference'];

function foldersIn(path: string): string[] {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name);
}

interface Listed {
  readonly folder: string;
  readonly place: Place;
}

function compare(listed: readonly Listed[], path: string, whole: Place, kind: string): void {
  const present = foldersIn(path);
  for (const { folder, place } of listed)
    if (!present.includes(folder))
      throw new AuthorError(place, `No folder "${folder}" for this ${kind}. ${suggestion(folder, present)}`);
  const names = listed.map(({ folder }) => folder);
  const stray = present.find((folder) => !names.includes(folder));
  if (stray !== undefined)
    throw new AuthorError(
      whole,
      `The folder "${stray}" is not listed as a ${kind}. Add it to the ${kind}s or remove it. ${suggestion(stray, names)}`,
    );
}

/** Folders that differ in their number alone would become the same address. */
function refuseTwins(listed: readonly Listed[]): void {
  const first = new Map<string, string>();
  for (const { folder, place } of listed) {
    const twin = first.get(slugOf(folder));
    if (twin !== undefined)
      throw new AuthorError(
        place,
        `"${folder}" gets the same address as "${twin}". Change the words of one.`,
      );
    first.set(slugOf(folder), folder);
  }
}

/** Returns a folder's name in addresses: without the number that orders it. */
export function slugOf(folder: string): string {
  return folder.replace(/^\d+-/, '');
}

/** @throws {AuthorError} for a listed folder that is missing, a folder not listed, a section without `index.mdx` */
export function checkFolders({ value, placeOf }: YamlSource<BookFile>, content: string): void {
  const chapters = value.chapters.map(({ folder }, c) => ({
    folder,
    place: placeOf(['chapters', c, 'folder']),
  }));
  const others = OTHER_FOLDERS.filter((folder) => existsSync(join(content, folder))).map((folder) => ({
    folder,
    place: placeOf([]),
  }));
  compare([...chapters, ...others], content, placeOf(['chapters']), 'chapter');
  refuseTwins(chapters);
  for (const [c, chapter] of value.chapters.entries()) {
    const sections = chapter.sections.map(({ folder }, s) => ({
      folder,
      place: placeOf(['chapters', c, 'sections', s, 'folder']),
    }));
    compare(sections, join(content, chapter.folder), placeOf(['chapters', c, 'sections']), 'section');
    refuseTwins(sections);
    for (const { folder, place } of sections)
      if (!existsSync(join(content, chapter.folder, folder, 'index.mdx')))
        throw new AuthorError(place, `The section's folder "${folder}" has no index.mdx.`);
  }
}
