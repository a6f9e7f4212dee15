/** Undo for any widget: a reducer around states that are values. A drag, however long, is one entry. */

export type History<S> = {
  readonly past: readonly S[];
  readonly present: S;
  /** The gesture that is under way, and the state it began with. */
  readonly gesture: { readonly name: string; readonly from: S } | undefined;
};

export type HistoryAction<S> =
  /** A new state; changes of one gesture follow each other without an entry each. */
  | { readonly type: 'change'; readonly to: (state: S) => S; readonly gesture?: string | undefined }
  | { readonly type: 'settle' }
  | { readonly type: 'cancel' }
  | { readonly type: 'undo' };

/** States kept for undo; older ones are forgotten. */
const DEPTH = 200;

export function startHistory<S>(present: S): History<S> {
  return { past: [], present, gesture: undefined };
}

/** States must be plain values: two that serialise alike are the same, and leave no entry. */
export function changeHistory<S>(history: History<S>, action: HistoryAction<S>): History<S> {
  switch (action.type) {
    case 'change': {
      const going = history.gesture?.name === action.gesture ? history : settle(history);
      const present = action.to(going.present);
      if (action.gesture === undefined)
        return same(present, going.present) ? going : push(going, going.present, present);
      return { ...going, present, gesture: going.gesture ?? { name: action.gesture, from: going.present } };
    }
    case 'settle':
      return settle(history);
    case 'cancel':
      return history.gesture ? { ...history, present: history.gesture.from, gesture: undefined } : history;
    case 'undo': {
      const settled = settle(history);
      const before = settled.past.at(-1);
      return before === undefined
        ? settled
        : { past: settled.past.slice(0, -1), present: before, gesture: undefined };
    }
  }
}

function settle<S>(history: History<S>): History<S> {
  if (history.gesture === undefined) return history;
  const { from } = history.gesture;
  return same(from, history.present)
    ? { ...history, gesture: undefined }
    : push(history, from, history.present);
}

function push<S>(history: History<S>, before: S, present: S): History<S> {
  return { past: [...history.past.slice(1 - DEPTH), before], present, gesture: undefined };
}

function same<S>(one: S, other: S): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
