/** A browser with one page in it, as the smoke set needs it: what a person at a keyboard and a mouse does. */
export type Reader = {
  readonly open: (url: string) => Promise<void>;
  /** Runs a function in the page. It has nothing but its arguments; they and its result are plain data. */
  readonly inPage: <Args extends readonly Plain[], Result>(
    run: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ) => Promise<Result>;
  readonly press: (key: 'Tab' | 'Enter' | 'ArrowRight' | 'ArrowUp') => Promise<void>;
  /** Types into what has the focus. */
  readonly type: (text: string) => Promise<void>;
  /** The element is the first that the selector finds; it is scrolled into view. */
  readonly click: (selector: string) => Promise<void>;
  readonly choose: (selector: string, value: string) => Promise<void>;
  /** Presses the mouse on the element's middle, moves it by so many pixels in several steps, and lets go. */
  readonly drag: (selector: string, byPx: readonly [x: number, y: number]) => Promise<void>;
  /** The page on paper, as a PDF; absent where the engine cannot be asked for it. */
  readonly print?: () => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
};

export type Plain = string | number | boolean | null;

/** The size of every engine's window. */
export const WINDOW = { width: 1366, height: 768 };
