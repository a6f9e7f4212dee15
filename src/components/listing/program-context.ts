import { createContext } from 'react';

/** What the parts of a program share. */
export interface ProgramContextValue {
  /** `vectors.py`. */
  readonly file: string;
  /** Shows the panel of a line; undefined while nothing is live. */
  readonly choose: ((line: number) => void) | undefined;
  /** Whether numbers are stops for the Tab key: once the reader works in the listing. */
  readonly isEntered: boolean;
}

export const ProgramContext = createContext<ProgramContextValue>({
  file: '',
  choose: undefined,
  isEntered: false,
});
