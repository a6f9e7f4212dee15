/**
 * `from book import draw`: what the programs of exercises draw their numbers with, and how they run what a reader writes.
 * The seed is that of the run. Real Python has the same functions in `tests/goldens/exercises/book.py`.
 */
import {
  builtinException,
  call,
  exceptionType,
  getAttribute,
  isTrue,
  type PyDict,
  PyError,
  PyList,
  PyModule,
  PyTuple,
  pyError,
  str,
  type Value,
} from '../../objects/index.ts';
import { toArray } from '../../operations/iterate.ts';
import type { Host, Modules } from '../host.ts';
import { RandomObject } from '../random/generator.ts';
import { fn } from '../standard/module.ts';
import { chosen, drawInteger, drawNested, lastLine, shapeLengths, shuffled } from './generator.ts';

/** What `need` raises where its condition does not hold: the numbers are then drawn again. */
const drawAgain = exceptionType('DrawAgain', [builtinException('Exception')], 'book');

/** The answer, among shapes, of who expects an error. */
const ERROR = 'error';

function drawModule(host: Host): PyModule {
  const random = new RandomObject(host.runSeed);
  const array = (items: Value): Value => {
    const numpy = host.importModule('numpy');
    if (numpy === undefined) throw pyError('ModuleNotFoundError', "No module named 'numpy'");
    return call(getAttribute(numpy, 'array'), [items]);
  };
  const functions = [
    fn('book', 'integers', 'low, high=None, shape=None, nonzero=False', (low, high, shape, nonzero) => {
      const [from, end] = high === null ? [0n, low] : [low, high];
      const next = () => drawInteger(random, from, end, isTrue(nonzero));
      return shape === null ? next() : array(drawNested(shapeLengths(shape), next));
    }),
    fn('book', 'one_of', '*options', (options) => {
      const option = chosen(random, options.items);
      return option instanceof PyList ? array(option) : option;
    }),
    fn('book', 'shuffled', 'items', (items) => {
      const mixed = new PyList(shuffled(random, toArray(items)));
      return items instanceof PyList ? mixed : array(mixed);
    }),
    fn('book', 'signs', 'n', (n) => array(drawNested(shapeLengths(n), () => 2n * random.randBelow(2n) - 1n))),
    fn('book', 'need', 'condition', (condition) => {
      if (isTrue(condition)) return null;
      throw pyError(drawAgain, 'the condition does not hold');
    }),
    fn('book', 'value_of', 'code, **names', (code, names) => host.valueOfText(str(code), entriesOf(names))),
    fn('book', 'shape_or_error', 'code, **names', (code, names) => {
      try {
        const value = host.valueOfText(str(code), entriesOf(names));
        return new PyTuple(toArray(getAttribute(value, 'shape')));
      } catch (error) {
        if (!(error instanceof PyError)) throw error;
        return ERROR;
      }
    }),
    fn('book', 'run_lines', 'lines, **names', (lines, names) => {
      const text = toArray(lines).map(str).join('\n');
      let end = '';
      const printed = host.printedWhile(() => {
        try {
          host.valueOfText(text, entriesOf(names));
        } catch (error) {
          if (!(error instanceof PyError)) throw error;
          end = lastLine(error, str(error.exception));
        }
      });
      return `${printed}${end}`.trimEnd();
    }),
  ];
  return new PyModule('draw', functions);
}

/** The names that a call hands on with `**names`. */
function entriesOf(names: PyDict): (readonly [name: string, value: Value])[] {
  return [...names.entries()].map(([name, value]) => [str(name), value] as const);
}

export const bookModules: Modules = new Map([
  ['book', (host: Host) => new PyModule('book', [['draw', drawModule(host)]])],
]);
