/** The `numpy` module, over the tensor core. Importing this file completes the types. */
import './array-attributes.ts';
import './array-operators.ts';
import './scalar-members.ts';
import './ufunc-members.ts';
import { PyModule, type Value } from '../../objects/index.ts';
import { type Host, type Modules, submodulesOf } from '../host.ts';
import { comparisonFunctions } from './comparison.ts';
import { conversionFunctions } from './conversion.ts';
import { creationFunctions } from './creation.ts';
import { dtypeType } from './dtype.ts';
import { errorStateFunctions } from './error-state.ts';
import { joiningFunctions } from './joining.ts';
import { laterFunctions } from './later.ts';
import { ndarrayType } from './ndarray.ts';
import { printingFunctions } from './printing.ts';
import { productFunctions } from './products.ts';
import { publicNames } from './public-names.ts';
import { rangeFunctions } from './ranges.ts';
import { reductionFunctions } from './reductions.ts';
import { removedNames } from './removed-names.ts';
import {
  floatingType,
  genericType,
  inexactType,
  integerType,
  NumpyScalar,
  numberType,
  SCALAR_TYPES,
  signedIntegerType,
  unsignedIntegerType,
} from './scalar.ts';
import { selectionFunctions } from './selection.ts';
import { startSession } from './session.ts';
import { shapeFunctions } from './shapes.ts';
import { sortingFunctions } from './sorting.ts';
import { textType } from './text-scalar.ts';
import { typeFunctions } from './types.ts';
import { ufuncType } from './ufunc.ts';
import { UFUNCS } from './ufuncs.ts';

ndarrayType.notOffered = { library: 'NumPy', names: new Set(publicNames('ndarray')) };
genericType.notOffered = { library: 'NumPy', names: new Set(publicNames('generic')) };

const { float64, float32, float16, int64, int32, int16, int8, uint64, uint32, uint16, uint8, bool } =
  SCALAR_TYPES;

const CONSTANTS: readonly (readonly [string, Value])[] = [
  ['pi', Math.PI],
  ['e', Math.E],
  ['euler_gamma', 0.5772156649015329],
  ['inf', Number.POSITIVE_INFINITY],
  ['nan', Number.NaN],
  ['newaxis', null],
  ['True_', new NumpyScalar(1, 'bool')],
  ['False_', new NumpyScalar(0, 'bool')],
  ['__version__', '2.2.4'],
];

const TYPES: readonly (readonly [string, Value])[] = [
  ['ndarray', ndarrayType],
  ['dtype', dtypeType],
  ['ufunc', ufuncType],
  ['generic', genericType],
  ['number', numberType],
  ['integer', integerType],
  ['signedinteger', signedIntegerType],
  ['unsignedinteger', unsignedIntegerType],
  ['inexact', inexactType],
  ['floating', floatingType],
  ...['float64', 'double'].map((name) => [name, float64] as const),
  ...['float32', 'single'].map((name) => [name, float32] as const),
  ...['int64', 'int_', 'intp', 'long', 'longlong'].map((name) => [name, int64] as const),
  ...['int32', 'intc'].map((name) => [name, int32] as const),
  ...['uint8', 'ubyte'].map((name) => [name, uint8] as const),
  ['str_', textType],
  ...['uint64', 'uint', 'uintp', 'ulong', 'ulonglong'].map((name) => [name, uint64] as const),
  ...['uint32', 'uintc'].map((name) => [name, uint32] as const),
  ...['uint16', 'ushort'].map((name) => [name, uint16] as const),
  ...['int16', 'short'].map((name) => [name, int16] as const),
  ...['int8', 'byte'].map((name) => [name, int8] as const),
  ...['float16', 'half'].map((name) => [name, float16] as const),
  ...['bool', 'bool_'].map((name) => [name, bool] as const),
];

const REASONS: readonly (readonly [string, string])[] = [
  ['matrix', 'use two-dimensional arrays'],
  ['complex128', 'its numbers are real'],
];

function numpyModule(host: Host): PyModule {
  startSession(host.warn);
  const members = (): (readonly [string, Value])[] => [
    ...CONSTANTS,
    ...TYPES,
    ...UFUNCS,
    ...creationFunctions,
    ...rangeFunctions,
    ...shapeFunctions,
    ...joiningFunctions,
    ...reductionFunctions,
    ...productFunctions,
    ...sortingFunctions,
    ...selectionFunctions,
    ...conversionFunctions,
    ...comparisonFunctions,
    ...typeFunctions,
    ...printingFunctions,
    ...errorStateFunctions,
    ...laterFunctions,
    ...submodulesOf('numpy', ['lib', 'linalg', 'random', 'testing'], host),
  ];
  return new PyModule('numpy', members(), {
    library: 'NumPy',
    alias: 'np',
    notOffered: publicNames('numpy'),
    reasons: REASONS,
    removed: removedNames,
    growth: { count: host.fetchedCount, members },
  });
}

/** The module that a program can import; its submodules are parts of their own. */
export const numpyModules: Modules = new Map([['numpy', numpyModule]]);
