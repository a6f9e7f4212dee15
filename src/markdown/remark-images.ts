/** Checks pictures and the files that components name; a Figure gets its picture as Markdown, so that Astro bundles it. */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Image } from 'mdast';
import type { Node } from 'unist';
import { visit } from 'unist-util-visit';
import { suggestion } from '../diagnostics/index.ts';
import { attribute, eachElement, type JsxElement, textOf } from './jsx.ts';
import { folderOf, type PageContext } from './page-context.ts';
import { remarkPlugin } from './plugin.ts';

export const remarkImages = remarkPlugin((tree, page, file) => {
  const folder = folderOf(file);
  visit(tree, 'image', (image: Image) => {
    if (!image.alt?.trim())
      throw page.slip(
        image,
        `The picture ${image.url} has no alt text. Expected ![what it shows](${image.url}).`,
      );
    checkFile(folder, image.url, image, page);
  });
  eachElement(tree, (element) => {
    if (element.name === 'Listing') checkListing(element, folder, page);
    if (element.name === 'Figure') fillFigure(element, folder, page);
  });
});

function checkFile(folder: string, name: string, node: Node, page: PageContext): void {
  const path = join(folder, name);
  if (existsSync(path)) return;
  const where = dirname(path);
  const present = existsSync(where) ? readdirSync(where) : [];
  const prefix = name.slice(0, name.lastIndexOf('/') + 1);
  throw page.slip(
    node,
    `No file "${name}". ${suggestion(
      name,
      present.map((found) => `${prefix}${found}`),
    )}`,
  );
}

function checkListing(element: JsxElement, folder: string, page: PageContext): void {
  for (const library of ['numpy', 'torch']) {
    const name = textOf(element, library);
    if (name !== undefined)
      checkFile(join(folder, 'listings'), name, attribute(element, library) ?? element, page);
  }
}

function fillFigure(element: JsxElement, folder: string, page: PageContext): void {
  const src = textOf(element, 'src') ?? '';
  const alt = textOf(element, 'alt') ?? '';
  checkFile(folder, src, attribute(element, 'src') ?? element, page);
  const url = src.startsWith('.') ? src : `./${src}`;
  const image: Image = { type: 'image', url, alt, ...(element.position && { position: element.position }) };
  element.children = [{ type: 'paragraph', children: [image], data: { hName: 'picture' } }];
}
