/** What the page and its Markdown twin call each kind of callout. */
export const CALLOUT_NAMES = { key: 'Key idea', care: 'Common slip', note: 'Remark' } as const;

/** The kinds, as an author writes them. */
export const CALLOUT_KINDS = [
  'key',
  'care',
  'note',
] as const satisfies readonly (keyof typeof CALLOUT_NAMES)[];
