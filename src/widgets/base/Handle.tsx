import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { numberText } from '../../explain/index.ts';
import type { Plane, Point } from '../../geometry/index.ts';
import type { Hue } from '../../matrix/index.ts';
import { moveByKey, type Scale, snap } from './steps.ts';

export type HandleProps = {
  /** What it moves: "Tip of a". */
  readonly label: string;
  readonly at: Point;
  readonly plane: Plane;
  readonly scale: Scale;
  readonly hue: Hue;
  readonly disabled: boolean;
  readonly onMove: (to: Point) => void;
  /** The drag, or the key press, is over. */
  readonly onSettle: () => void;
  readonly onCancel: () => void;
};

type Drag = {
  /** Where the drawing lay when the drag began; measured once, so that no move has to lay the page out. */
  readonly rect: DOMRect;
  /** From the pointer to the point that is moved, in pixels of the drawing. */
  readonly grip: readonly [number, number];
  frame: number | undefined;
  /** Where the pointer is, in pixels of the drawing, and where the point was put last, in units. */
  latest: readonly [number, number];
  put: Point;
};

/** Where the keys have put the point since the last frame. A held key repeats faster than a slow machine draws. */
type Keyed = { to: Point; readonly frame: number };

/**
 * A point that can be dragged, or moved by keys. It is an element of its own above the picture, at least 44 pixels
 * across, and the only place where the page does not scroll under a finger.
 */
export function Handle(props: HandleProps): ReactNode {
  const { label, at, plane, scale, hue, disabled, onMove, onSettle, onCancel } = props;
  const drag = useRef<Drag | undefined>(undefined);
  const keyed = useRef<Keyed | undefined>(undefined);
  const point = useRef<SVGCircleElement>(null);
  // Browsers do not all keep a touch that starts on a drawn shape from scrolling the page by `touch-action` alone.
  useEffect(() => {
    const hold = (event: TouchEvent) => event.preventDefault();
    const shape = point.current;
    shape?.addEventListener('touchstart', hold, { passive: false });
    return () => shape?.removeEventListener('touchstart', hold);
  }, []);
  const [cx, cy] = plane.toPx(at);

  const inPicture = (event: PointerEvent, rect: DOMRect): [number, number] => [
    ((event.clientX - rect.left) * plane.widthPx) / rect.width,
    ((event.clientY - rect.top) * plane.heightPx) / rect.height,
  ];
  const apply = () => {
    if (!drag.current) return;
    const { grip, latest } = drag.current;
    drag.current.frame = undefined;
    const [x, y] = plane.toUnits([latest[0] + grip[0], latest[1] + grip[1]]);
    const to: Point = [snap(x, scale), snap(y, scale)];
    if (to[0] === drag.current.put[0] && to[1] === drag.current.put[1]) return;
    drag.current.put = to;
    // Drawn in the frame that asked for it, not in the one after.
    flushSync(() => onMove(to));
  };
  const start = (event: PointerEvent<SVGCircleElement>) => {
    if (event.button !== 0 || disabled) return;
    const rect = event.currentTarget.ownerSVGElement?.getBoundingClientRect();
    if (rect === undefined) return;
    // No mouse events follow, so that nothing is selected and the page has half as much to answer.
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    event.currentTarget.focus({ preventScroll: true });
    const latest = inPicture(event, rect);
    drag.current = { rect, grip: [cx - latest[0], cy - latest[1]], frame: undefined, latest, put: at };
  };
  const move = (event: PointerEvent) => {
    if (!drag.current) return;
    drag.current.latest = inPicture(event, drag.current.rect);
    drag.current.frame ??= requestAnimationFrame(apply);
  };
  const end = () => {
    if (!drag.current) return;
    if (drag.current.frame !== undefined) {
      cancelAnimationFrame(drag.current.frame);
      apply();
    }
    drag.current = undefined;
    onSettle();
  };
  const abandon = () => {
    if (drag.current?.frame !== undefined) cancelAnimationFrame(drag.current.frame);
    drag.current = undefined;
    if (keyed.current) cancelAnimationFrame(keyed.current.frame);
    keyed.current = undefined;
    onCancel();
  };
  const applyKeys = () => {
    if (!keyed.current) return;
    const { to, frame } = keyed.current;
    cancelAnimationFrame(frame);
    keyed.current = undefined;
    onMove(to);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return abandon();
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const to = moveByKey(keyed.current?.to ?? at, event.key, event.shiftKey, scale);
    if (to === undefined) return;
    event.preventDefault();
    if (keyed.current) keyed.current.to = to;
    else keyed.current = { to, frame: requestAnimationFrame(() => flushSync(applyKeys)) };
  };
  const release = () => {
    applyKeys();
    onSettle();
  };
  return (
    <circle
      ref={point}
      className="handle"
      data-hue={hue}
      cx={cx}
      cy={cy}
      r={27}
      role="slider"
      aria-roledescription="point with two coordinates"
      aria-label={label}
      aria-valuenow={at[0]}
      aria-valuemin={scale.low}
      aria-valuemax={scale.high}
      aria-valuetext={at.map((value) => numberText(value)).join(' comma ')}
      aria-disabled={disabled}
      tabIndex={0}
      onPointerDown={start}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={end}
      onKeyDown={press}
      onKeyUp={release}
      onBlur={release}
    />
  );
}

/** The layer above a plane's picture that holds its handles, in the order in which Tab visits them. */
export function Handles({
  plane,
  children,
}: {
  readonly plane: Plane;
  readonly children: ReactNode;
}): ReactNode {
  return (
    // biome-ignore lint/a11y/useSemanticElements: this group is drawn, and a fieldset cannot be part of a drawing.
    <svg
      className="handles"
      viewBox={`0 0 ${plane.widthPx} ${plane.heightPx}`}
      role="group"
      aria-label="Points that can be moved"
    >
      {children}
    </svg>
  );
}
