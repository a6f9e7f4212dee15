/** `pprint`: https://docs.python.org/3/library/pprint.html */

import { sorted } from '../../builtins/iteration.ts';
import { PyDict, PyList, PyTuple, repr, toIndex, type Value } from '../../objects/index.ts';
import type { Modules } from '../host.ts';
import { fn, standardModule } from './module.ts';

/** `repr`, with the keys of dicts in order. */
function plain(value: Value, sort: boolean): string {
  if (value instanceof PyDict && value.type.name === 'dict')
    return `{${entries(value, sort)
      .map(([key, each]) => `${plain(key, sort)}: ${plain(each, sort)}`)
      .join(', ')}}`;
  if (value instanceof PyList) return `[${value.items.map((each) => plain(each, sort)).join(', ')}]`;
  return repr(value);
}

function entries(dict: PyDict, sort: boolean): [Value, Value][] {
  if (!sort) return [...dict.entries()];
  return sorted([...dict.keys()], null, false).map((key) => [key, dict.get(key) ?? null]);
}

type Layout = { readonly width: number; readonly sort: boolean };

/** Returns the value from a column on, in lines where it does not fit into one; `after` is what follows on its last line. */
function laidOut(value: Value, column: number, after: number, layout: Layout): string {
  const whole = plain(value, layout.sort);
  if (whole.length <= layout.width - column - after) return whole;
  if (value instanceof PyDict && value.type.name === 'dict' && value.size > 0) {
    const pairs = entries(value, layout.sort);
    const lines = pairs.map(([key, each], index) => {
      const name = `${plain(key, layout.sort)}: `;
      return (
        name + laidOut(each, column + 1 + name.length, index === pairs.length - 1 ? after + 1 : 1, layout)
      );
    });
    return `{${lines.join(`,\n${' '.repeat(column + 1)}`)}}`;
  }
  const [open, close] = value instanceof PyList ? ['[', ']'] : ['(', ')'];
  if (!(value instanceof PyList) && !(value instanceof PyTuple && value.type.name === 'tuple')) return whole;
  const { items } = value;
  const lines = items.map((item, index) =>
    laidOut(item, column + 1, index === items.length - 1 ? after + 1 : 1, layout),
  );
  return `${open}${lines.join(`,\n${' '.repeat(column + 1)}`)}${items.length === 1 && open === '(' ? ',' : ''}${close}`;
}

const text = (value: Value, width: Value, sort: Value): string =>
  laidOut(value, 0, 0, { width: Number(toIndex(width)), sort: sort === true });

export const pprintModules: Modules = standardModule(
  'pprint',
  ({ write }) => [
    fn(
      'pprint',
      'pprint',
      'object, stream=None!, indent=1!, width=80, depth=None!, *, compact=False!, sort_dicts=True, underscore_numbers=False!',
      (value, _stream, _indent, width, _depth, _compact, sort) => {
        write(`${text(value, width, sort)}\n`);
        return null;
      },
    ),
    fn(
      'pprint',
      'pformat',
      'object, indent=1!, width=80, depth=None!, *, compact=False!, sort_dicts=True, underscore_numbers=False!',
      (value, _indent, width, _depth, _compact, sort) => text(value, width, sort),
    ),
    fn('pprint', 'pp', 'object, *, width=80', (value, width) => {
      write(`${text(value, width, false)}\n`);
      return null;
    }),
  ],
  'PrettyPrinter isreadable isrecursive saferepr',
);
