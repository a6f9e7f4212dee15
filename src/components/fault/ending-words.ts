import type { EndingPart } from '../../listing/live/index.ts';

/** What stands before each part of what a program said. */
export const KIND_NAMES: Readonly<Record<EndingPart['kind'], string>> = {
  prints: 'prints',
  warns: 'warns',
  raises: 'raises',
  stops: 'stopped',
};

export const NOTHING = 'prints nothing';
