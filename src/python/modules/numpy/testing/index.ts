/** `np.testing`: a part of NumPy that is fetched where it is named. */
import {
  asFloat,
  asIndex,
  call,
  equals,
  format,
  isTrue,
  members,
  PyDict,
  PyError,
  PyList,
  PyModule,
  PyObject,
  PyTuple,
  PyType,
  pyError,
  repr,
  str,
  toFloat,
  type Value,
} from '../../../objects/index.ts';
import type { Modules } from '../../host.ts';
import { define, type Entry } from '../functions.ts';
import '../index.ts';
import { isArray } from '../ndarray.ts';
import { type Report, reportText, requireAgreement } from './arrays.ts';

const NOTE = "err_msg='', verbose=True";
const reportOf = (header: string, note: Value, verbose: Value): Report => ({
  header,
  note,
  verbose: isTrue(verbose),
});

const same = (x: number, y: number): boolean => x === y;

/** Returns whether a difference rounds to nothing at that many decimals. */
const roundsTo =
  (decimal: Value) =>
  (x: number, y: number): boolean =>
    Math.abs(x - y) < 1.5 * 10 ** -Number(asIndex(decimal) ?? 7n);

const almost = (decimal: Value): string => `Arrays are not almost equal to ${str(decimal)} decimals`;

function requireEqual(actual: Value, desired: Value, note: Value, verbose: Value): void {
  const isRow = (value: Value): value is PyList | PyTuple =>
    value instanceof PyList || value instanceof PyTuple;
  const at = (where: string): string => `${where}\n${str(note)}`;
  if (desired instanceof PyDict && actual instanceof PyDict) {
    requireEqual(BigInt(actual.size), BigInt(desired.size), note, verbose);
    for (const [key, value] of desired.entries()) {
      if (!actual.has(key)) throw pyError('AssertionError', repr(key));
      requireEqual(actual.get(key) ?? null, value, at(`key=${repr(key)}`), verbose);
    }
    return;
  }
  if (isRow(desired) && isRow(actual)) {
    requireEqual(BigInt(actual.items.length), BigInt(desired.items.length), note, verbose);
    desired.items.forEach((value, i) => {
      requireEqual(actual.items[i] ?? null, value, at(`item=${i}`), verbose);
    });
    return;
  }
  if (isArray(actual) || isArray(desired)) {
    requireAgreement(actual, desired, same, reportOf('Arrays are not equal', note, verbose));
    return;
  }
  const [a, b] = [actual, desired].map((each) => (typeof each === 'string' ? undefined : asFloat(each)));
  const isNotANumber = a !== undefined && b !== undefined && Number.isNaN(a) && Number.isNaN(b);
  if (!isNotANumber && !equals(desired, actual))
    throw pyError(
      'AssertionError',
      reportText([actual, desired], reportOf('Items are not equal:', note, verbose)),
    );
}

/** `with np.testing.assert_raises(ValueError):` */
class Expectation extends PyObject {
  readonly kind: Value;

  constructor(kind: Value) {
    super();
    this.kind = kind;
  }

  override get type(): PyType {
    return expectationType;
  }
}
const expectationType = new PyType({ name: '_AssertRaisesContext', module: 'unittest.case' });

const kindsOf = (kind: Value): PyType[] =>
  (kind instanceof PyTuple ? kind.items : [kind]).filter((each) => each instanceof PyType);
const isExpected = (kind: Value, raised: PyType): boolean =>
  kindsOf(kind).some((each) => raised.isSubtypeOf(each));

function requireRaised(kind: Value): never {
  const names = kindsOf(kind).map(({ name }) => name);
  throw pyError('AssertionError', `${names.join(', ')} not raised`);
}

members(expectationType, (value): value is Expectation => value instanceof Expectation)
  .special('__enter__', (self) => self)
  .special('__exit__', (self, type, _value, _traceback) => {
    if (!(type instanceof PyType)) return requireRaised(self.kind);
    return isExpected(self.kind, type);
  });

/** Calls a function that must raise. */
function requireRaise(kind: Value, func: Value, args: readonly Value[]): Value {
  try {
    call(func, args);
  } catch (thrown) {
    if (thrown instanceof PyError && isExpected(kind, thrown.exception.type)) return null;
    throw thrown;
  }
  return requireRaised(kind);
}

const FUNCTIONS: readonly Entry[] = [
  define(
    'assert_allclose',
    `actual, desired, rtol=1e-07, atol=0, equal_nan=True, ${NOTE}, *, strict=False!`,
    (actual, desired, rtol, atol, equalNan, note, verbose) => {
      const [relative, fixed] = [toFloat(rtol), toFloat(atol)];
      const header = `Not equal to tolerance rtol=${format(relative, 'g')}, atol=${format(fixed, 'g')}`;
      const agrees = (x: number, y: number): boolean =>
        x === y || Math.abs(x - y) <= fixed + relative * Math.abs(y);
      requireAgreement(actual, desired, agrees, reportOf(header, note, verbose), isTrue(equalNan));
      return null;
    },
  ),
  define(
    'assert_array_equal',
    `actual, desired, ${NOTE}, *, strict=False!`,
    (actual, desired, note, verbose) => {
      requireAgreement(actual, desired, same, reportOf('Arrays are not equal', note, verbose));
      return null;
    },
  ),
  define(
    'assert_array_almost_equal',
    `actual, desired, decimal=6, ${NOTE}`,
    (actual, desired, decimal, note, verbose) => {
      const report = {
        ...reportOf(almost(decimal), note, verbose),
        precision: Number(asIndex(decimal) ?? 6n),
      };
      requireAgreement(actual, desired, roundsTo(decimal), report);
      return null;
    },
  ),
  define('assert_array_less', `x, y, ${NOTE}, *, strict=False!`, (x, y, note, verbose) => {
    const report = reportOf('Arrays are not strictly ordered `x < y`', note, verbose);
    requireAgreement(x, y, (a, b) => a < b, { ...report, names: ['x', 'y'] }, false);
    return null;
  }),
  define('assert_equal', `actual, desired, ${NOTE}, *, strict=False!`, (actual, desired, note, verbose) => {
    requireEqual(actual, desired, note, verbose);
    return null;
  }),
  define(
    'assert_almost_equal',
    `actual, desired, decimal=7, ${NOTE}`,
    (actual, desired, decimal, note, verbose) => {
      const report = reportOf(almost(decimal), note, verbose);
      const isSeveral = [actual, desired].some(
        (each) => isArray(each) || each instanceof PyList || each instanceof PyTuple,
      );
      if (isSeveral) {
        const precision = Number(asIndex(decimal) ?? 7n);
        requireAgreement(actual, desired, roundsTo(decimal), { ...report, precision });
      } else if (!roundsTo(decimal)(toFloat(actual), toFloat(desired)))
        throw pyError('AssertionError', reportText([actual, desired], report));
      return null;
    },
  ),
  define('assert_', "val, msg=''", (value, message) => {
    if (!isTrue(value)) throw pyError('AssertionError', str(message));
    return null;
  }),
  define('assert_raises', 'exception_class, callable=None, *args', (kind, func, { items }) =>
    func === null ? new Expectation(kind) : requireRaise(kind, func, items),
  ),
];

const testingModule = (): PyModule =>
  new PyModule('numpy.testing', FUNCTIONS, {
    library: 'NumPy',
    alias: 'np.testing',
    notOffered:
      'BLAS_SUPPORTS_FPE HAS_LAPACK64 HAS_REFCOUNT IS_EDITABLE IS_INSTALLED IS_MUSL IS_PYPY IS_PYSTON IS_WASM IgnoreException KnownFailureException NOGIL_BUILD NUMPY_ROOT SkipTest TestCase assert_approx_equal assert_array_almost_equal_nulp assert_array_compare assert_array_max_ulp assert_no_gc_cycles assert_no_warnings assert_raises_regex assert_string_equal assert_warns break_cycles build_err_msg check_support_sve clear_and_catch_warnings decorate_methods jiffies measure memusage overrides print_assert_equal run_threaded rundocs runstring suppress_warnings tempdir temppath verbose'.split(
        ' ',
      ),
  });

export const testingModules: Modules = new Map([['numpy.testing', testingModule]]);
