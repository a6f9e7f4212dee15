/** The values of the module: durations, days, times of a day, and both together. */
import { PyObject, PyType } from '../../../objects/index.ts';
import { type Day, ordinalOf } from './calendar.ts';

export const DAY = 86_400_000_000n;
export const SECOND = 1_000_000n;

const type = (name: string, bases: readonly PyType[] = []): PyType =>
  new PyType({
    name,
    module: 'datetime',
    ...(bases.length > 0 ? { bases } : {}),
    hashesAs: (self) => (self as Delta | DateValue | TimeValue).key,
  });
export const deltaType = type('timedelta');
export const dateType = type('date');
export const timeType = type('time');
export const datetimeType = type('datetime', [dateType]);

/** `timedelta`, in microseconds. */
export class Delta extends PyObject {
  readonly microseconds: bigint;
  constructor(microseconds: bigint) {
    super();
    this.microseconds = microseconds;
  }
  override get type(): PyType {
    return deltaType;
  }
  get key(): bigint {
    return this.microseconds;
  }
}

/** `date`. */
export class DateValue extends PyObject {
  readonly day: Day;
  constructor(day: Day) {
    super();
    this.day = day;
  }
  override get type(): PyType {
    return dateType;
  }
  get key(): string {
    return `date ${ordinalOf(this.day)}`;
  }
}

/** `datetime`: a day and the microseconds since its midnight. */
export class DateTimeValue extends DateValue {
  readonly time: bigint;
  constructor(day: Day, time: bigint) {
    super(day);
    this.time = time;
  }
  override get type(): PyType {
    return datetimeType;
  }
  /** Microseconds since the beginning of the calendar. */
  get total(): bigint {
    return BigInt(ordinalOf(this.day)) * DAY + this.time;
  }
  override get key(): string {
    return `datetime ${this.total}`;
  }
}

/** `time`, in microseconds since midnight. */
export class TimeValue extends PyObject {
  readonly time: bigint;
  constructor(time: bigint) {
    super();
    this.time = time;
  }
  override get type(): PyType {
    return timeType;
  }
  get key(): string {
    return `time ${this.time}`;
  }
}

/** Hours, minutes, seconds and microseconds of a time of the day. */
export function clockOf(time: bigint): { hour: bigint; minute: bigint; second: bigint; microsecond: bigint } {
  const seconds = time / SECOND;
  return {
    hour: seconds / 3600n,
    minute: (seconds / 60n) % 60n,
    second: seconds % 60n,
    microsecond: time % SECOND,
  };
}
