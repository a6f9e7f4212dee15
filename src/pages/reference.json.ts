/** The book's whole reference, for completion and hover in the editor, and for what a reader's change of a program calls. */
import type { APIRoute } from 'astro';
import { wholeReference } from '../build/listings/index.ts';

export const GET: APIRoute = () => new Response(JSON.stringify(wholeReference()));
