/** The messages of "Errors you will meet" with the places that explain them: a listing fetches them when a program raises. */
import type { APIRoute } from 'astro';
import { faultsOf, loadFault } from '../build/faults/index.ts';
import { book } from '../components/page/the-book.ts';
import { type ErrorEntry, messageOf } from '../listing/live/index.ts';
import { faultId } from '../markdown/index.ts';

export const GET: APIRoute = () => {
  const entries = book.sections.flatMap((section) =>
    faultsOf(section).flatMap((name): ErrorEntry[] => {
      const message = messageOf(loadFault(section, name).endings.wrong);
      if (message === undefined) return [];
      const { type, text } = message;
      return [{ type, message: text, address: `${section.url.slice(1)}#${faultId(name)}` }];
    }),
  );
  return new Response(JSON.stringify(entries));
};
