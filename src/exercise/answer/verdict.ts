/** What is said of a reader's answer. Plain JSON. */
export type Verdict =
  | { readonly kind: 'right'; readonly ran?: string }
  /** The chosen shape is the answer's; its cells are still to be filled. */
  | { readonly kind: 'shape-right' }
  | Wrong
  /** Nothing was judged, as the answer cannot be read or says too little: it costs no try. */
  | { readonly kind: 'unread'; readonly problem: string; readonly cell?: number };

interface Wrong {
  readonly kind: 'wrong';
  /** The one misconception that explains it, if there is one. */
  readonly slip?: string;
  /** Of a grid: whether its shape alone is wrong, or which cells are. */
  readonly shape?: 'wrong';
  readonly wrongCells?: readonly number[];
  /** What the reader's program printed or came to, or the error it met. */
  readonly ran?: string;
  /** Of a function: the smallest input for which it does not give what it should. */
  readonly failing?: FailingInput;
}

export interface FailingInput {
  readonly args: readonly { readonly name: string; readonly shape: string; readonly text: string }[];
  readonly expected: string;
  readonly got: string;
}
