import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useRef } from 'react';
import type { Hue } from '../../explain/index.ts';
import { numberText } from '../../explain/index.ts';
import type { Plane, Point } from '../../geometry/index.ts';
import { moveByKey, type Scale, snap } from './steps.ts';
import { useCoalesced } from './useCoalesced.ts';

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
  /** Where the point was put last, in units. */
  put: Point;
};

/**
 * A point that can be dragged, or moved by keys. It is an element of its own above the picture, at least 44 pixels
 * across, and the only place where the page does not scroll under a finger. What is seen of it is a smaller disc, which leaves
 * room for labels.
 */
export function Handle(props: HandleProps): ReactNode {
  const { label, at, plane, scale, hue, disabled, onMove, onSettle, onCancel } = props;
  const drag = useRef<Drag | undefined>(undefined);
  // Where the pointer is, in pixels of the drawing.
  const pointed = useCoalesced(([pointerX, pointerY]: readonly [number, number]) => {
    if (!drag.current) return;
    const { grip, put } = drag.current;
    const [x, y] = plane.toUnits([pointerX + grip[0], pointerY + grip[1]]);
    const to: Point = [snap(x, scale), snap(y, scale)];
    if (to[0] === put[0] && to[1] === put[1]) return;
    drag.current.put = to;
    onMove(to);
  });
  // Where the keys have put the point.
  const keyed = useCoalesced<Point>(onMove);
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
  const start = (event: PointerEvent<SVGCircleElement>) => {
    if (event.button !== 0 || disabled) return;
    const rect = event.currentTarget.ownerSVGElement?.getBoundingClientRect();
    if (rect === undefined) return;
    // No mouse events follow, so that nothing is selected and the page has half as much to answer.
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    event.currentTarget.focus({ preventScroll: true });
    const [x, y] = inPicture(event, rect);
    drag.current = { rect, grip: [cx - x, cy - y], put: at };
  };
  const move = (event: PointerEvent) => {
    if (drag.current) pointed.put(inPicture(event, drag.current.rect));
  };
  const end = () => {
    if (!drag.current) return;
    pointed.apply();
    drag.current = undefined;
    onSettle();
  };
  const abandon = () => {
    pointed.drop();
    keyed.drop();
    drag.current = undefined;
    onCancel();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return abandon();
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const to = moveByKey(keyed.waiting() ?? at, event.key, event.shiftKey, scale);
    if (to === undefined) return;
    event.preventDefault();
    keyed.put(to, event.timeStamp);
  };
  const release = () => {
    keyed.apply();
    onSettle();
  };
  return (
    <>
      <circle
        ref={point}
        className="handle"
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
      <circle className="handle-dot" data-hue={hue} cx={cx} cy={cy} r={10} />
    </>
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
