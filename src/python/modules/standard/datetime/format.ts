/** `strftime` and `strptime` in the C locale: https://docs.python.org/3/library/datetime.html#format-codes */
import { repr, valueError } from '../../../objects/index.ts';
import { refuse } from '../../../refusal.ts';
import { type Day, dayOfYear, weekdayOf } from './calendar.ts';
import { clockOf } from './objects.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

export const pad = (value: number | bigint, width = 2): string => String(value).padStart(width, '0');
const weekdayName = (day: Day): string => (WEEKDAYS[weekdayOf(day)] as string).slice(0, 3);
const monthName = ({ month }: Day): string => (MONTHS[month - 1] as string).slice(0, 3);

/** Returns the text of a day and a time for the directives of `template`. */
export function strftime(template: string, day: Day, time: bigint): string {
  const { hour, minute, second, microsecond } = clockOf(time);
  const weekday = weekdayOf(day);
  const texts = new Map<string, () => string>([
    ['Y', () => String(day.year)],
    ['m', () => pad(day.month)],
    ['d', () => pad(day.day)],
    ['H', () => pad(hour)],
    ['M', () => pad(minute)],
    ['S', () => pad(second)],
    ['f', () => pad(microsecond, 6)],
    ['y', () => pad(day.year % 100)],
    ['I', () => pad(hour % 12n === 0n ? 12n : hour % 12n)],
    ['p', () => (hour < 12n ? 'AM' : 'PM')],
    ['A', () => WEEKDAYS[weekday] as string],
    ['a', () => weekdayName(day)],
    ['B', () => MONTHS[day.month - 1] as string],
    ['b', () => monthName(day)],
    ['j', () => pad(dayOfYear(day), 3)],
    ['w', () => String((weekday + 1) % 7)],
    ['u', () => String(weekday + 1)],
    ['e', () => String(day.day).padStart(2)],
    ['F', () => strftime('%Y-%m-%d', day, time)],
    ['T', () => strftime('%H:%M:%S', day, time)],
    ['D', () => strftime('%m/%d/%y', day, time)],
    ['R', () => strftime('%H:%M', day, time)],
    ['c', () => strftime('%a %b %e %H:%M:%S %Y', day, time)],
    ['x', () => strftime('%m/%d/%y', day, time)],
    ['X', () => strftime('%H:%M:%S', day, time)],
    ['Z', () => ''],
    ['z', () => ''],
    ['%', () => '%'],
  ]);
  return template.replace(/%(.)/gs, (_whole, code: string) => {
    const text = texts.get(code);
    return text === undefined ? refuse(`%${code} in strftime`) : text();
  });
}

/** The patterns of what `strptime` reads. */
const PATTERNS: Readonly<Record<string, string>> = {
  Y: '(\\d{4})',
  m: '(1[0-2]|0[1-9]|[1-9])',
  d: '(3[01]|[12]\\d|0[1-9]|[1-9]| [1-9])',
  H: '(2[0-3]|[01]\\d|\\d)',
  I: '(1[0-2]|0[1-9]|[1-9])',
  M: '([0-5]\\d|\\d)',
  S: '(6[01]|[0-5]\\d|\\d)',
  f: '(\\d{1,6})',
  y: '(\\d\\d)',
  p: '(am|pm)',
  B: `(${MONTHS.join('|')})`,
  b: `(${MONTHS.map((name) => name.slice(0, 3)).join('|')})`,
  A: `(${WEEKDAYS.join('|')})`,
  a: `(${WEEKDAYS.map((name) => name.slice(0, 3)).join('|')})`,
};

/** Returns the year, month, day, hour, minute, second and microsecond that `text` spells in the form of `template`. */
export function strptime(text: string, template: string): readonly number[] {
  const codes: string[] = [];
  const pattern = template
    .replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
    .replace(/\s+/g, '\\s+')
    .replace(/%(.)/gs, (_whole, code: string) => {
      if (code === '%') return '%';
      const part = PATTERNS[code];
      if (part === undefined) return refuse(`%${code} in strptime`);
      codes.push(code);
      return part;
    });
  const found = new RegExp(`^${pattern}`, 'i').exec(text);
  if (found === null) throw valueError(`time data ${repr(text)} does not match format ${repr(template)}`);
  if (found[0].length < text.length)
    throw valueError(`unconverted data remains: ${text.slice(found[0].length)}`);
  const read = new Map(codes.map((code, index) => [code, found[index + 1] ?? '']));
  const number = (code: string, otherwise: number): number => Number(read.get(code) ?? otherwise);
  const monthNamed = (code: string): number | undefined => {
    const name = read.get(code)?.toLowerCase().slice(0, 3);
    return name === undefined
      ? undefined
      : MONTHS.findIndex((each) => each.toLowerCase().startsWith(name)) + 1;
  };
  const short = read.get('y');
  const year = short === undefined ? number('Y', 1900) : Number(short) + (Number(short) < 69 ? 2000 : 1900);
  const half = read.get('p')?.toLowerCase();
  const hour = read.has('I') ? (number('I', 0) % 12) + (half === 'pm' ? 12 : 0) : number('H', 0);
  return [
    year,
    monthNamed('B') ?? monthNamed('b') ?? number('m', 1),
    number('d', 1),
    hour,
    number('M', 0),
    number('S', 0),
    Number((read.get('f') ?? '0').padEnd(6, '0')),
  ];
}
