/** Returns the text of a file without the byte-order mark that some editors on Windows write at its head. */
export const withoutByteOrderMark = (text: string): string => text.replace(/^\ufeff/, '');
