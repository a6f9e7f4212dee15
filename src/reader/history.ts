/** Undo and redo for whatever a reader changes: a reducer around states that are values. A drag, however long, is one entry. */

export type History<S> = {
  readonly past: readonly S[];
  readonly present: S;
  /** States that were undone, the one to redo next last. */
  readonly future: readonly S[];
  /** The gesture that is under way, and the state it began with. */
  readonly gesture: { readonly name: string; readonly from: S } | undefined;
};

export type HistoryAction<S> =
  /** A new state; changes of one gesture follow each other without an entry each. */
  | { readonly type: 'change'; readonly to: (state: S) => S; readonly gesture?: string | undefined }
  | { readonly type: 'settle' }
  | { readonly type: 'cancel' }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' };

/** States kept for undo; older ones are forgotten. */
const DEPTH = 200;

export function startHistory<S>(present: S): History<S> {
  return { past: [], present, future: [], gesture: undefined };
}

/** Returns the history after an action. States must be plain values: two that serialise alike are the same, and leave no entry. */
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
      const { past, present, future } = settle(history);
      const before = past.at(-1);
      return before === undefined
        ? settle(history)
        : { past: past.slice(0, -1), present: before, future: [...future, present], gesture: undefined };
    }
    case 'redo': {
      const { past, present, future } = settle(history);
      const after = future.at(-1);
      return after === undefined
        ? settle(history)
        : { past: [...past, present], present: after, future: future.slice(0, -1), gesture: undefined };
    }
    default:
      return action satisfies never;
  }
}

function settle<S>(history: History<S>): History<S> {
  if (history.gesture === undefined) return history;
  const { from } = history.gesture;
  return same(from, history.present)
    ? { ...history, gesture: undefined }
    : push(history, from, history.present);
}

/** A change made after an undo leaves nothing to redo. */
function push<S>(history: History<S>, before: S, present: S): History<S> {
  return { past: [...history.past.slice(1 - DEPTH), before], present, future: [], gesture: undefined };
}

function same<S>(one: S, other: S): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
