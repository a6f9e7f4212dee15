/** What the editor can tell of names: from the book's reference, and from the last run. */

/** A function, method or attribute that the reference explains. */
export interface KnownName {
  /** `np.dot`, `Tensor.item`, `print`. */
  readonly name: string;
  readonly kind: string;
  readonly signature: string;
  /** What it does, in plain text. */
  readonly text: string;
}

/** A variable as the last run left it. */
export interface KnownValue {
  readonly name: string;
  /** `(2, 3) float64`, `int`. */
  readonly badge: string;
  /** Python's own text, cut where it is long. */
  readonly text: string;
  /** `ndarray`, `Tensor`: which methods it has. */
  readonly type: string;
}

export interface ProgramKnowledge {
  readonly names: readonly KnownName[];
  readonly values: readonly KnownValue[];
}
