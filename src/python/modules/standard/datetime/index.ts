/** `datetime`, without time zones: https://docs.python.org/3/library/datetime.html */
import {
  members,
  NOT_IMPLEMENTED,
  PyTuple,
  pyError,
  repr,
  toFloat,
  toIndex,
  typeError,
  typeName,
  type Value,
  valueError,
} from '../../../objects/index.ts';
import { refuse } from '../../../refusal.ts';
import type { Modules } from '../../host.ts';
import { standardModule } from '../module.ts';
import { dayOf, daysIn, isoWeek, MAX_YEAR, MIN_YEAR, ordinalOf, weekdayOf } from './calendar.ts';
import { pad, strftime, strptime } from './format.ts';
import {
  clockOf,
  DAY,
  DateTimeValue,
  DateValue,
  Delta,
  dateType,
  datetimeType,
  deltaType,
  SECOND,
  TimeValue,
  timeType,
} from './objects.ts';

const isDelta = (value: Value): value is Delta => value instanceof Delta;
const isDate = (value: Value): value is DateValue => value instanceof DateValue;
const isDateTime = (value: Value): value is DateTimeValue => value instanceof DateTimeValue;
const isTime = (value: Value): value is TimeValue => value instanceof TimeValue;

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return quotient * b !== a && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

/** Returns the nearest whole number, ties to the even one. */
function nearest(value: number): bigint {
  const below = Math.floor(value);
  const isTie = value - below === 0.5;
  return BigInt(isTie ? below + (Math.abs(below) % 2) : Math.round(value));
}

/** `value` units of so many microseconds each. */
function part(value: Value, unit: bigint): bigint {
  if (typeof value === 'bigint' || typeof value === 'boolean') return BigInt(value) * unit;
  if (typeof value !== 'number')
    throw typeError(`unsupported type for timedelta component: ${typeName(value)}`);
  const whole = Math.trunc(value);
  return BigInt(whole) * unit + nearest((value - whole) * Number(unit));
}

function ranged(name: string, value: Value, low: number, high: number): number {
  const number = Number(toIndex(value));
  if (number < low || number > high) throw valueError(`${name} must be in ${low}..${high}`);
  return number;
}

function checkedDay(year: Value, month: Value, day: Value) {
  const y = Number(toIndex(year));
  if (y < MIN_YEAR || y > MAX_YEAR) throw valueError(`year ${y} is out of range`);
  const m = ranged('month', month, 1, 12);
  const d = Number(toIndex(day));
  if (d < 1 || d > daysIn(y, m)) throw valueError('day is out of range for month');
  return { year: y, month: m, day: d };
}

function checkedTime(hour: Value, minute: Value, second: Value, microsecond: Value): bigint {
  const seconds =
    ranged('hour', hour, 0, 23) * 3600 +
    ranged('minute', minute, 0, 59) * 60 +
    ranged('second', second, 0, 59);
  return BigInt(seconds) * SECOND + BigInt(ranged('microsecond', microsecond, 0, 999_999));
}

function withoutZone(zone: Value): void {
  if (zone !== null) refuse('a time zone of datetime');
}

function dayAt(ordinal: number) {
  if (ordinal < 1 || ordinal > ordinalOf({ year: MAX_YEAR, month: 12, day: 31 }))
    throw pyError('OverflowError', 'date value out of range');
  return dayOf(ordinal);
}

/** Returns the date and time at so many microseconds since the beginning of the calendar. */
function momentAt(total: bigint): DateTimeValue {
  const days = floorDivide(total, DAY);
  return new DateTimeValue(dayAt(Number(days)), total - days * DAY);
}

/** Returns the present of the reader's clock, as local time. */
function now(): DateTimeValue {
  const at = new Date();
  const seconds = at.getHours() * 3600 + at.getMinutes() * 60 + at.getSeconds();
  return new DateTimeValue(
    { year: at.getFullYear(), month: at.getMonth() + 1, day: at.getDate() },
    BigInt(seconds) * SECOND + BigInt(at.getMilliseconds()) * 1000n,
  );
}

function ordering<Self extends Value>(
  on: ReturnType<typeof members<Self>>,
  orderOf: (self: Self) => bigint,
  isOther: (value: Value) => value is Self,
): void {
  const tests = {
    __lt__: (a: bigint, b: bigint) => a < b,
    __le__: (a: bigint, b: bigint) => a <= b,
    __gt__: (a: bigint, b: bigint) => a > b,
    __ge__: (a: bigint, b: bigint) => a >= b,
    __eq__: (a: bigint, b: bigint) => a === b,
  };
  for (const [name, test] of Object.entries(tests))
    on.special(name, (self, other) =>
      isOther(other ?? null) ? test(orderOf(self), orderOf(other as Self)) : NOT_IMPLEMENTED,
    );
}

const daysOf = ({ microseconds }: Delta): bigint => floorDivide(microseconds, DAY);
const secondsOf = (self: Delta): bigint => (self.microseconds - daysOf(self) * DAY) / SECOND;
const microsecondsOf = (self: Delta): bigint => (self.microseconds - daysOf(self) * DAY) % SECOND;

function deltaText(self: Delta): string {
  const days = daysOf(self);
  const { hour, minute, second, microsecond } = clockOf(self.microseconds - days * DAY);
  const head = days === 0n ? '' : `${days} day${days === 1n || days === -1n ? '' : 's'}, `;
  return `${head}${hour}:${pad(minute)}:${pad(second)}${microsecond === 0n ? '' : `.${pad(microsecond, 6)}`}`;
}

function deltaRepr(self: Delta): string {
  const parts = [
    ['days', daysOf(self)],
    ['seconds', secondsOf(self)],
    ['microseconds', microsecondsOf(self)],
  ].filter(([, value]) => value !== 0n);
  return `datetime.timedelta(${parts.map(([name, value]) => `${name}=${value}`).join(', ') || '0'})`;
}

const ofDeltas = members(deltaType, isDelta)
  .constructs(
    'days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0',
    (_type, days, seconds, microseconds, milliseconds, minutes, hours, weeks) =>
      new Delta(
        part(days, DAY) +
          part(seconds, SECOND) +
          part(microseconds, 1n) +
          part(milliseconds, 1000n) +
          part(minutes, 60n * SECOND) +
          part(hours, 3600n * SECOND) +
          part(weeks, 7n * DAY),
      ),
  )
  .getter('days', daysOf)
  .getter('seconds', secondsOf)
  .getter('microseconds', microsecondsOf)
  .method('total_seconds', '', (self) => Number(self.microseconds) / 1e6)
  .special('__str__', deltaText)
  .special('__repr__', deltaRepr)
  .special('__bool__', (self) => self.microseconds !== 0n)
  .special('__neg__', (self) => new Delta(-self.microseconds))
  .special('__abs__', (self) => new Delta(self.microseconds < 0n ? -self.microseconds : self.microseconds))
  .special('__add__', (self, other) =>
    isDelta(other ?? null) ? new Delta(self.microseconds + (other as Delta).microseconds) : NOT_IMPLEMENTED,
  )
  .special('__sub__', (self, other) =>
    isDelta(other ?? null) ? new Delta(self.microseconds - (other as Delta).microseconds) : NOT_IMPLEMENTED,
  )
  .special('__mul__', (self, other) => scaled(self, other ?? null))
  .special('__rmul__', (self, other) => scaled(self, other ?? null))
  .special('__truediv__', (self, other) => {
    if (isDelta(other ?? null)) return Number(self.microseconds) / Number((other as Delta).microseconds);
    const by = toFloat(other ?? null);
    if (by === 0) throw pyError('ZeroDivisionError', 'division by zero');
    return new Delta(nearest(Number(self.microseconds) / by));
  })
  .special('__floordiv__', (self, other) => {
    if (isDelta(other ?? null)) return floorDivide(self.microseconds, (other as Delta).microseconds);
    return typeof other === 'bigint' ? new Delta(floorDivide(self.microseconds, other)) : NOT_IMPLEMENTED;
  })
  .special('__mod__', (self, other) => {
    if (!isDelta(other ?? null)) return NOT_IMPLEMENTED;
    const { microseconds } = other as Delta;
    return new Delta(self.microseconds - floorDivide(self.microseconds, microseconds) * microseconds);
  });
ordering(ofDeltas, (self) => self.microseconds, isDelta);

function scaled(self: Delta, factor: Value): Value {
  if (typeof factor === 'bigint') return new Delta(self.microseconds * factor);
  return typeof factor === 'number'
    ? new Delta(nearest(Number(self.microseconds) * factor))
    : NOT_IMPLEMENTED;
}

const isoDate = ({ day: { year, month, day } }: DateValue): string =>
  `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
function isoTime(time: bigint): string {
  const { hour, minute, second, microsecond } = clockOf(time);
  return `${pad(hour)}:${pad(minute)}:${pad(second)}${microsecond === 0n ? '' : `.${pad(microsecond, 6)}`}`;
}
const timeOf = (self: DateValue): bigint => (isDateTime(self) ? self.time : 0n);

/** Returns the date of the ISO form, with whatever else `rest` is to match. */
function parsed(text: Value, type: string): RegExpExecArray {
  const found =
    typeof text === 'string'
      ? /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d)(?::(\d\d)(?::(\d\d)(?:\.(\d{3,6}))?)?)?)?$/.exec(text)
      : null;
  if (found === null || (type === 'date' && found[4] !== undefined))
    throw valueError(`Invalid isoformat string: ${repr(text)}`);
  return found;
}
const whole = (text: string | undefined): bigint => BigInt(text ?? 0);

const ofDates = members(dateType, isDate)
  .constructs('year, month, day', (_type, year, month, day) => new DateValue(checkedDay(year, month, day)))
  .getter('year', ({ day }) => BigInt(day.year))
  .getter('month', ({ day }) => BigInt(day.month))
  .getter('day', ({ day }) => BigInt(day.day))
  .method('weekday', '', ({ day }) => BigInt(weekdayOf(day)))
  .method('isoweekday', '', ({ day }) => BigInt(weekdayOf(day) + 1))
  .method('toordinal', '', ({ day }) => BigInt(ordinalOf(day)))
  .method('isocalendar', '', ({ day }) => new PyTuple(isoWeek(day).map(BigInt)))
  .method('isoformat', '', isoDate)
  .method('ctime', '', (self) => strftime('%a %b %e %H:%M:%S %Y', self.day, timeOf(self)))
  .method('timetuple', '', () => refuse('timetuple of datetime'))
  .method('strftime', 'format', (self, template) => strftime(String(template), self.day, timeOf(self)))
  .method(
    'replace',
    'year=None, month=None, day=None',
    ({ day }, year, month, date) =>
      new DateValue(
        checkedDay(year ?? BigInt(day.year), month ?? BigInt(day.month), date ?? BigInt(day.day)),
      ),
  )
  .classMethod('today', '', (type) => (type === datetimeType ? now() : new DateValue(now().day)))
  .classMethod(
    'fromordinal',
    'ordinal, /',
    (_type, ordinal) => new DateValue(dayAt(Number(toIndex(ordinal)))),
  )
  .classMethod('fromisoformat', 'date_string, /', (_type, text) => {
    const [, year, month, day] = parsed(text, 'date');
    return new DateValue(checkedDay(whole(year), whole(month), whole(day)));
  })
  .special('__str__', isoDate)
  .special('__repr__', ({ day: { year, month, day } }) => `datetime.date(${year}, ${month}, ${day})`)
  .special('__format__', (self, template) =>
    template === '' ? isoText(self) : strftime(String(template), self.day, timeOf(self)),
  )
  .special('__add__', (self, other) => shifted(self, other ?? null, 1n))
  .special('__radd__', (self, other) => shifted(self, other ?? null, 1n))
  .special('__sub__', (self, other) => {
    if (isDelta(other ?? null)) return shifted(self, other ?? null, -1n);
    return isDate(other ?? null) && !isDateTime(other ?? null)
      ? new Delta(BigInt(ordinalOf(self.day) - ordinalOf((other as DateValue).day)) * DAY)
      : NOT_IMPLEMENTED;
  })
  .constant('min', new DateValue({ year: MIN_YEAR, month: 1, day: 1 }))
  .constant('max', new DateValue({ year: MAX_YEAR, month: 12, day: 31 }));
ordering(
  ofDates,
  ({ day }) => BigInt(ordinalOf(day)),
  (value): value is DateValue => isDate(value) && !isDateTime(value),
);
const isoText = (self: DateValue): string =>
  isDateTime(self) ? `${isoDate(self)} ${isoTime(self.time)}` : isoDate(self);

function shifted(self: DateValue, other: Value, sign: bigint): Value {
  if (!isDelta(other)) return NOT_IMPLEMENTED;
  if (isDateTime(self)) return momentAt(self.total + sign * other.microseconds);
  return new DateValue(dayAt(ordinalOf(self.day) + Number(sign * daysOf(other))));
}

const CLOCK = 'hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0!';
const ofMoments = members(datetimeType, isDateTime)
  .constructs(
    `year, month, day, ${CLOCK}`,
    (_type, year, month, day, hour, minute, second, microsecond, zone) => {
      withoutZone(zone);
      return new DateTimeValue(checkedDay(year, month, day), checkedTime(hour, minute, second, microsecond));
    },
  )
  .method('date', '', ({ day }) => new DateValue(day))
  .method('time', '', ({ time }) => new TimeValue(time))
  .method('timestamp', '', () => refuse('timestamp of datetime'))
  .method(
    'isoformat',
    'sep="T", timespec="auto"!',
    (self, sep) => `${isoDate(self)}${String(sep)}${isoTime(self.time)}`,
  )
  .method(
    'replace',
    'year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None',
    ({ day, time }, year, month, date, hour, minute, second, microsecond) => {
      const clock = clockOf(time);
      return new DateTimeValue(
        checkedDay(year ?? BigInt(day.year), month ?? BigInt(day.month), date ?? BigInt(day.day)),
        checkedTime(
          hour ?? clock.hour,
          minute ?? clock.minute,
          second ?? clock.second,
          microsecond ?? clock.microsecond,
        ),
      );
    },
  )
  .getter('tzinfo', () => null)
  .classMethod('now', 'tz=None', (_type, zone) => {
    withoutZone(zone);
    return now();
  })
  .classMethod('strptime', 'date_string, format, /', (_type, text, template) => {
    if (typeof text !== 'string') throw typeError(`strptime() argument 1 must be str, not ${typeName(text)}`);
    const [year, month, day, hour, minute, second, microsecond] = strptime(text, String(template)).map(
      BigInt,
    ) as [bigint, bigint, bigint, bigint, bigint, bigint, bigint];
    return new DateTimeValue(checkedDay(year, month, day), checkedTime(hour, minute, second, microsecond));
  })
  .classMethod('combine', 'date, time', (_type, date, time) => {
    if (!isDate(date)) throw typeError(`combine() argument 1 must be datetime.date, not ${typeName(date)}`);
    if (!isTime(time)) throw typeError(`combine() argument 2 must be datetime.time, not ${typeName(time)}`);
    return new DateTimeValue(date.day, time.time);
  })
  .classMethod('fromisoformat', 'date_string, /', (_type, text) => {
    const [, year, month, day, hour, minute, second, fraction] = parsed(text, 'datetime');
    return new DateTimeValue(
      checkedDay(whole(year), whole(month), whole(day)),
      checkedTime(whole(hour), whole(minute), whole(second), whole((fraction ?? '0').padEnd(6, '0'))),
    );
  })
  .special('__str__', isoText)
  .special('__repr__', ({ day: { year, month, day }, time }) => {
    const { hour, minute, second, microsecond } = clockOf(time);
    const fields = [
      hour,
      minute,
      ...(second + microsecond > 0n ? [second] : []),
      ...(microsecond > 0n ? [microsecond] : []),
    ];
    return `datetime.datetime(${[year, month, day, ...fields].join(', ')})`;
  })
  .special('__sub__', (self, other) => {
    if (isDelta(other ?? null)) return shifted(self, other ?? null, -1n);
    return isDateTime(other ?? null)
      ? new Delta(self.total - (other as DateTimeValue).total)
      : NOT_IMPLEMENTED;
  })
  .constant('min', new DateTimeValue({ year: MIN_YEAR, month: 1, day: 1 }, 0n))
  .constant('max', new DateTimeValue({ year: MAX_YEAR, month: 12, day: 31 }, DAY - 1n));
for (const name of ['hour', 'minute', 'second', 'microsecond'] as const) {
  ofMoments.getter(name, ({ time }) => clockOf(time)[name]);
  members(timeType, isTime).getter(name, ({ time }) => clockOf(time)[name]);
}
ordering(ofMoments, (self) => self.total, isDateTime);

const ofTimes = members(timeType, isTime)
  .constructs(CLOCK, (_type, hour, minute, second, microsecond, zone) => {
    withoutZone(zone);
    return new TimeValue(checkedTime(hour, minute, second, microsecond));
  })
  .method('isoformat', '', ({ time }) => isoTime(time))
  .method('strftime', 'format', ({ time }, template) =>
    strftime(String(template), { year: 1900, month: 1, day: 1 }, time),
  )
  .special('__str__', ({ time }) => isoTime(time))
  .special('__repr__', ({ time }) => {
    const { hour, minute, second, microsecond } = clockOf(time);
    const fields = [
      hour,
      minute,
      ...(second + microsecond > 0n ? [second] : []),
      ...(microsecond > 0n ? [microsecond] : []),
    ];
    return `datetime.time(${fields.join(', ')})`;
  });
ordering(ofTimes, (self) => self.time, isTime);

export const datetimeModules: Modules = standardModule(
  'datetime',
  () => [
    ['date', dateType] as [string, Value],
    ['datetime', datetimeType],
    ['time', timeType],
    ['timedelta', deltaType],
    ['MINYEAR', BigInt(MIN_YEAR)],
    ['MAXYEAR', BigInt(MAX_YEAR)],
  ],
  'UTC timezone tzinfo datetime_CAPI',
);
