/**
 * Where a reader is in a program: a pure reducer. Which steps there are comes from the listing's view; what is drawn follows
 * from view and position alone.
 */

/** An execution of a statement at which one may stop. */
export interface Stop {
  /** Its place among all steps of the run. */
  readonly step: number;
  /** The first line of its statement. */
  readonly line: number;
  /** Whether the author wrote a note for it. */
  readonly isExplained: boolean;
}

/** The stops of a program in the order of execution, and the lines that have a panel in the order of the text. */
export interface Course {
  readonly stops: readonly Stop[];
  readonly lines: readonly number[];
}

/** A number in a value that is shown: whose history is asked for. */
export interface NumberPlace {
  /** The step whose state it is shown in, and the one that wrote it. */
  readonly at: number;
  readonly step: number;
  /** As the program calls the value: `z`, `W.T`. */
  readonly name: string;
  /** Its place in row-major order. */
  readonly cell: number;
}

export interface Position {
  /** The line whose panel is shown; undefined for a program without panels. */
  readonly line: number | undefined;
  /** The step that is shown; undefined until the reader has stepped or chosen a line that ran. */
  readonly step: number | undefined;
  /** On a narrow screen a panel is shown only once the reader has opened one. */
  readonly isOpened: boolean;
  readonly isPlaying: boolean;
  /** An index into `SPEEDS`. */
  readonly speed: number;
  readonly onlyExplained: boolean;
  readonly origin: NumberPlace | undefined;
  /** Grows with each change that is to be said aloud. */
  readonly saidCount: number;
}

export type Move = 'first' | 'back' | 'forward' | 'last';

export type PositionAction =
  | { readonly type: 'go'; readonly to: Move }
  /** A step of playing: nothing is said until it ends. */
  | { readonly type: 'tick' }
  | { readonly type: 'play' }
  | { readonly type: 'pause' }
  | { readonly type: 'speed' }
  /** Shows a line's panel at the line's first step; `isQuiet` when the reader follows a link. */
  | { readonly type: 'choose'; readonly line: number; readonly isQuiet?: boolean }
  /** The same for a step, as a slider of a loop's iterations has it. */
  | { readonly type: 'stop'; readonly step: number }
  | { readonly type: 'close' }
  | { readonly type: 'only explained' }
  | { readonly type: 'origin'; readonly of: NumberPlace | undefined }
  /** The program has run anew: stays where that is possible. */
  | { readonly type: 'run' };

/** How fast a program plays, in the order in which the button offers it. */
export const SPEEDS = [
  { factor: 1, text: '1×' },
  { factor: 2, text: '2×' },
  { factor: 4, text: '4×' },
  { factor: 0.5, text: '½×' },
] as const;

const STEP_MS = 2000;

/** Returns how long a step is shown while playing. */
export function playPauseMs({ speed }: Position): number {
  return STEP_MS / (SPEEDS[speed] ?? SPEEDS[0]).factor;
}

/** Returns the position before a reader has done anything: the first explained line's panel, at no step. */
export function startPosition({ stops, lines }: Course, firstExplained: number | undefined): Position {
  return {
    line: firstExplained ?? stops[0]?.line ?? lines[0],
    step: undefined,
    isOpened: false,
    isPlaying: false,
    speed: 0,
    onlyExplained: false,
    origin: undefined,
    saidCount: 0,
  };
}

/** Returns the stops that stepping goes to: all, or those of explained lines. */
export function stopsShown({ stops }: Course, { onlyExplained }: Position): readonly Stop[] {
  return onlyExplained ? stops.filter(({ isExplained }) => isExplained) : stops;
}

/** Returns whether no step comes before (`back`) or after (`forward`) the present one. */
export function isAtEnd(course: Course, position: Position, end: 'back' | 'forward'): boolean {
  const stops = stopsShown(course, position);
  const { step } = position;
  if (stops.length === 0) return true;
  if (step === undefined) return false;
  return end === 'back' ? step <= (stops[0]?.step ?? 0) : step >= (stops.at(-1)?.step ?? 0);
}

/** Returns the position after an action. */
export function changePosition(course: Course, position: Position, action: PositionAction): Position {
  switch (action.type) {
    case 'go':
      return said(stopAt({ ...position, isPlaying: false }, target(course, position, action.to)));
    case 'tick': {
      const next = stopAt(position, target(course, position, 'forward'));
      return isAtEnd(course, next, 'forward') ? said({ ...next, isPlaying: false }) : next;
    }
    case 'play': {
      const from = isAtEnd(course, position, 'forward')
        ? stopAt(position, target(course, position, 'first'))
        : position;
      return { ...from, isPlaying: stopsShown(course, position).length > 0 };
    }
    case 'pause':
      return position.isPlaying ? said({ ...position, isPlaying: false }) : position;
    case 'speed':
      return { ...position, speed: (position.speed + 1) % SPEEDS.length };
    case 'choose': {
      const chosen = chooseLine(course, { ...position, isPlaying: false }, action.line);
      return action.isQuiet || chosen === position ? chosen : said(chosen);
    }
    case 'stop':
      return said(stopAt({ ...position, isPlaying: false }, stopOf(course, action.step)));
    case 'close':
      return { ...position, isOpened: false };
    case 'only explained':
      return { ...position, onlyExplained: !position.onlyExplained };
    case 'origin':
      return { ...position, origin: action.of, isPlaying: false };
    case 'run':
      return afterRun(course, position);
    default:
      return action satisfies never;
  }
}

function said(position: Position): Position {
  return { ...position, saidCount: position.saidCount + 1 };
}

function stopOf({ stops }: Course, step: number): Stop | undefined {
  return stops.find((stop) => stop.step === step);
}

/** A reader who has not stepped yet goes forward to the first step. */
function target(course: Course, position: Position, to: Move): Stop | undefined {
  const stops = stopsShown(course, position);
  const at = position.step ?? -1;
  switch (to) {
    case 'first':
      return stops[0];
    case 'back':
      return stops.findLast(({ step }) => step < at) ?? stops[0];
    case 'forward':
      return stops.find(({ step }) => step > at) ?? stops.at(-1);
    case 'last':
      return stops.at(-1);
    default:
      return to satisfies never;
  }
}

function stopAt(position: Position, stop: Stop | undefined): Position {
  if (stop === undefined) return position;
  return { ...position, line: stop.line, step: stop.step, isOpened: true, origin: undefined };
}

/** A line that never ran shows its panel, and the step stays. */
function chooseLine(course: Course, position: Position, line: number): Position {
  if (!course.lines.includes(line)) return position;
  const stop = course.stops.find((one) => one.line === line);
  return stop === undefined
    ? { ...position, line, isOpened: true, origin: undefined }
    : stopAt(position, stop);
}

/**
 * Returns the same iteration of the same line where it still runs as often, else its last; a line that is gone gives way to the
 * first.
 */
function afterRun(course: Course, position: Position): Position {
  const { line, step, origin } = position;
  if (step !== undefined && stopOf(course, step)?.line === line) return position;
  const last = course.stops.findLast((stop) => stop.line === line);
  const isKnown = line !== undefined && course.lines.includes(line);
  return {
    ...position,
    line: isKnown ? line : course.lines[0],
    step: step === undefined ? undefined : last?.step,
    origin: origin !== undefined && last?.step === origin.at ? origin : undefined,
    isPlaying: false,
  };
}
