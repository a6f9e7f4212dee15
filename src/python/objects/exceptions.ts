/** Python's exceptions: their classes, their instances, and `PyError`, which carries one through JavaScript. */
import { PyList, PyTuple } from './collections.ts';
import { objectType, PyInstance, PyType, type Value } from './object.ts';

/** Where an exception passed: the innermost place last. */
export type TracebackEntry = {
  readonly line: number;
  readonly column: number;
  readonly function: string;
  /** Of an expression: the place after its last character. */
  readonly end?: { readonly line: number; readonly column: number } | undefined;
  /** What a traceback sets apart in the expression, and where its first operand ends. */
  readonly mark?:
    | {
        readonly kind: 'operator' | 'brackets';
        readonly after: { readonly line: number; readonly column: number };
        /** Where the right operand of an operator begins. */
        readonly until?: { readonly line: number; readonly column: number };
        /** True for a call of a name. */
        readonly isPlainCall?: boolean;
      }
    | undefined;
};

/** A wrong name, of a variable unless it is of an attribute, and those in reach; private ones only if `all` are asked for. */
type Misspelling = {
  readonly name: string;
  readonly attributeOf?: Value;
  readonly candidates: (all: boolean) => Iterable<string>;
};

export class PyException extends PyInstance {
  args: PyTuple;
  cause: PyException | null = null;
  context: PyException | null = null;
  suppressContext = false;
  readonly notes = new PyList([]);
  /** The frame it was last seen to leave, so that each frame adds one entry. */
  passed: object | undefined;
  /** For the "Did you mean" of a traceback. */
  misspelling: Misspelling | undefined;
  /** What `self` was where it was raised: a missing name may be an attribute of it. */
  self: Value | undefined;
  /** Innermost first; the evaluator adds an entry for each frame that the exception leaves. */
  readonly traceback: TracebackEntry[] = [];

  constructor(type: PyType, args: readonly Value[]) {
    super(type);
    this.args = new PyTuple(args);
  }
}

/** A Python exception on its way through JavaScript code. */
export class PyError extends Error {
  override readonly name = 'PyError';
  readonly exception: PyException;

  constructor(exception: PyException) {
    super(exception.type.name);
    this.exception = exception;
  }

  override toString(): string {
    return `${this.exception.type.name}: ${this.exception.args.items.map(String).join(', ')}`;
  }
}

/** Returns a new exception class, for instance NumPy's `LinAlgError`. */
export function exceptionType(name: string, bases: readonly PyType[], module = 'builtins'): PyType {
  return new PyType({ name, bases, module, subclassable: true });
}

const baseException = new PyType({
  name: 'BaseException',
  bases: [objectType],
  subclassable: true,
  allocate: (type) => new PyException(type, []),
});

/** Each built-in exception after its base. */
const HIERARCHY = {
  Exception: 'BaseException',
  KeyboardInterrupt: 'BaseException',
  SystemExit: 'BaseException',
  GeneratorExit: 'BaseException',
  ArithmeticError: 'Exception',
  FloatingPointError: 'ArithmeticError',
  OverflowError: 'ArithmeticError',
  ZeroDivisionError: 'ArithmeticError',
  AssertionError: 'Exception',
  AttributeError: 'Exception',
  BufferError: 'Exception',
  EOFError: 'Exception',
  ImportError: 'Exception',
  ModuleNotFoundError: 'ImportError',
  LookupError: 'Exception',
  IndexError: 'LookupError',
  KeyError: 'LookupError',
  MemoryError: 'Exception',
  NameError: 'Exception',
  UnboundLocalError: 'NameError',
  OSError: 'Exception',
  FileExistsError: 'OSError',
  FileNotFoundError: 'OSError',
  IsADirectoryError: 'OSError',
  NotADirectoryError: 'OSError',
  PermissionError: 'OSError',
  TimeoutError: 'OSError',
  BlockingIOError: 'OSError',
  ChildProcessError: 'OSError',
  ConnectionError: 'OSError',
  BrokenPipeError: 'ConnectionError',
  ConnectionAbortedError: 'ConnectionError',
  ConnectionRefusedError: 'ConnectionError',
  ConnectionResetError: 'ConnectionError',
  InterruptedError: 'OSError',
  ProcessLookupError: 'OSError',
  RuntimeError: 'Exception',
  NotImplementedError: 'RuntimeError',
  RecursionError: 'RuntimeError',
  PythonFinalizationError: 'RuntimeError',
  ReferenceError: 'Exception',
  StopIteration: 'Exception',
  StopAsyncIteration: 'Exception',
  SyntaxError: 'Exception',
  IndentationError: 'SyntaxError',
  TabError: 'IndentationError',
  SystemError: 'Exception',
  TypeError: 'Exception',
  ValueError: 'Exception',
  UnicodeError: 'ValueError',
  UnicodeDecodeError: 'UnicodeError',
  UnicodeEncodeError: 'UnicodeError',
  UnicodeTranslateError: 'UnicodeError',
  Warning: 'Exception',
  UserWarning: 'Warning',
  DeprecationWarning: 'Warning',
  RuntimeWarning: 'Warning',
  FutureWarning: 'Warning',
  BytesWarning: 'Warning',
  EncodingWarning: 'Warning',
  ImportWarning: 'Warning',
  PendingDeprecationWarning: 'Warning',
  ResourceWarning: 'Warning',
  SyntaxWarning: 'Warning',
  UnicodeWarning: 'Warning',
  BaseExceptionGroup: 'BaseException',
} as const;

export type ExceptionName = keyof typeof HIERARCHY | 'BaseException' | 'ExceptionGroup';

/** The built-in exception classes by name. */
export const exceptionTypes: ReadonlyMap<string, PyType> = (() => {
  const made = new Map<string, PyType>([['BaseException', baseException]]);
  for (const [name, base] of Object.entries(HIERARCHY))
    made.set(name, exceptionType(name, [made.get(base) ?? baseException]));
  const bases = ['BaseExceptionGroup', 'Exception'].map((name) => made.get(name) ?? baseException);
  return made.set('ExceptionGroup', exceptionType('ExceptionGroup', bases));
})();

export function builtinException(name: ExceptionName): PyType {
  return exceptionTypes.get(name) ?? baseException;
}

/** Returns an exception ready to throw: `throw pyError('ValueError', 'math domain error')`. */
export function pyError(type: ExceptionName | PyType, ...args: readonly Value[]): PyError {
  return new PyError(new PyException(typeof type === 'string' ? builtinException(type) : type, args));
}

export const typeError = (message: string): PyError => pyError('TypeError', message);
export const valueError = (message: string): PyError => pyError('ValueError', message);
