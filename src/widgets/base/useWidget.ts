import { useCallback, useContext, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import {
  announce,
  changeHistory,
  type HistoryAction,
  showInAddress,
  startHistory,
  withWidgetState,
} from '../../reader/index.ts';
import type { Address } from './address.ts';
import { StillContext } from './WidgetErrorBoundary.tsx';

/**
 * What a view needs to change its widget's state; in the page as it was built, none of it is live. It is another object
 * after every change of the state; what it can do stays the same.
 */
export type Controls<S> = {
  /** Moves to another state; changes that share a gesture become one entry of the history. */
  readonly change: (to: (state: S) => S, gesture?: string) => void;
  /** Ends a gesture: the state is said, and stands in the address. */
  readonly settle: () => void;
  /** Takes the gesture back. */
  readonly cancel: () => void;
  readonly undo: () => void;
  readonly canUndo: boolean;
  readonly redo: () => void;
  readonly canRedo: boolean;
  readonly reset: () => void;
  /** False in the starting state. */
  readonly canReset: boolean;
  /** The address of the page with a state, the present one when left out. */
  readonly link: (state?: S) => string;
  /** False in the page as it was built, true once its script runs. */
  readonly live: boolean;
  /** The state that the present gesture began with, else the present one. */
  readonly resting: S;
};

type Actions<S> = Omit<Controls<S>, 'canUndo' | 'canRedo' | 'canReset' | 'live' | 'resting'>;

const ADDRESS_PAUSE_MS = 400;

/**
 * Returns the state of one widget, with its history, its address and its voice. The first render is the starting state, as the
 * page was built; an address that names this widget is taken up right after.
 */
export function useWidget<S>(
  start: S,
  address: Address<S>,
  say: (state: S) => string,
): readonly [state: S, controls: Controls<S>] {
  const [history, dispatch] = useReducer(changeHistory<S>, start, startHistory<S>);
  const isStill = useContext(StillContext);
  const [live, setLive] = useState(false);
  const touched = useRef(false);
  const spoken = useRef<'now' | 'at rest'>('now');

  useEffect(() => {
    if (isStill) return;
    setLive(true);
    const takeUp = () => {
      const addressed = address.read(window.location.hash, start);
      if (addressed !== undefined) dispatch({ type: 'change', to: () => addressed });
    };
    takeUp();
    window.addEventListener('hashchange', takeUp);
    return () => window.removeEventListener('hashchange', takeUp);
  }, [address, start, isStill]);

  const { present, gesture } = history;
  const latest = useRef(present);
  useEffect(() => {
    latest.current = present;
  }, [present]);
  useEffect(() => {
    if (!touched.current || gesture !== undefined) return;
    announce(() => say(present), spoken.current);
    const waiting = setTimeout(
      () => showInAddress(withWidgetState(window.location.hash, address.write(present))),
      ADDRESS_PAUSE_MS,
    );
    return () => clearTimeout(waiting);
  }, [present, gesture, address, say]);

  const act = useCallback((action: HistoryAction<S>) => {
    touched.current = true;
    spoken.current = action.type === 'settle' ? 'at rest' : 'now';
    dispatch(action);
  }, []);
  const actions = useMemo<Actions<S>>(
    () => ({
      change: (to, gesture) => act({ type: 'change', to, gesture }),
      settle: () => act({ type: 'settle' }),
      cancel: () => act({ type: 'cancel' }),
      undo: () => act({ type: 'undo' }),
      redo: () => act({ type: 'redo' }),
      reset: () => act({ type: 'change', to: () => start }),
      link: (state = latest.current) => new URL(address.write(state), window.location.href).href,
    }),
    [act, start, address],
  );
  const controls = useMemo<Controls<S>>(
    () => ({
      ...actions,
      canUndo: history.past.length > 0,
      canRedo: history.future.length > 0,
      canReset: history.present !== start,
      live,
      resting: history.gesture?.from ?? history.present,
    }),
    [actions, history, live, start],
  );
  return [present, controls];
}
