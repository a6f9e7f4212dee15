/** The book that is being built, read and checked once. */
import { loadBook } from '../../book/index.ts';

export const book = loadBook('content');
