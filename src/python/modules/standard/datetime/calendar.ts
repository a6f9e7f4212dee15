/** The proleptic Gregorian calendar in whole days: https://docs.python.org/3/library/datetime.html#date-objects */

/** A day by its year, its month from 1 and its day of the month from 1. */
export type Day = { readonly year: number; readonly month: number; readonly day: number };

export const MIN_YEAR = 1;
export const MAX_YEAR = 9999;

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Returns how many days the month has. */
export function daysIn(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Days from the beginning of year 1 to the beginning of `year`. */
function daysBefore(year: number): number {
  const past = year - 1;
  return past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
}

/** Returns the number of the day in its year, from 1. */
export function dayOfYear({ year, month, day }: Day): number {
  let days = day;
  for (let each = 1; each < month; each++) days += daysIn(year, each);
  return days;
}

/** Returns the number of the day, where 1 is the first of January of year 1. */
export function ordinalOf(day: Day): number {
  return daysBefore(day.year) + dayOfYear(day);
}

/** Returns the day of an ordinal from 1. */
export function dayOf(ordinal: number): Day {
  let year = Math.max(MIN_YEAR, Math.floor(ordinal / 366));
  while (daysBefore(year + 1) < ordinal) year++;
  let rest = ordinal - daysBefore(year);
  let month = 1;
  while (rest > daysIn(year, month)) rest -= daysIn(year, month++);
  return { year, month, day: rest };
}

/** Returns the day of the week, where Monday is 0. */
export const weekdayOf = (day: Day): number => (ordinalOf(day) + 6) % 7;

/** Returns the year, the week and the day of the week of ISO 8601, in which week 1 has the year's first Thursday. */
export function isoWeek(day: Day): readonly [year: number, week: number, weekday: number] {
  const ordinal = ordinalOf(day);
  const mondayOfFirst = (year: number): number => {
    const fourth = { year, month: 1, day: 4 };
    return ordinalOf(fourth) - weekdayOf(fourth);
  };
  const year =
    [day.year + 1, day.year, day.year - 1].find((each) => mondayOfFirst(each) <= ordinal) ?? day.year;
  return [year, Math.floor((ordinal - mondayOfFirst(year)) / 7) + 1, weekdayOf(day) + 1];
}
