/** What programs ask of the machine: `time`, `sys`, `os` and `__future__`. */
import {
  call,
  nativeFunction,
  PyDict,
  PyInstance,
  PyList,
  PyModule,
  PyTuple,
  PyType,
  pyError,
  refuse,
  str,
  toFloat,
  type Value,
} from '../../objects/index.ts';
import type { Modules } from '../host.ts';
import { fn, standardModule } from './module.ts';
import { namedTupleType } from './named-tuple.ts';

const seconds = (): number => performance.timeOrigin / 1000 + performance.now() / 1000;
const elapsed = (): number => performance.now() / 1000;

export const timeModules: Modules = standardModule(
  'time',
  () => [
    fn('time', 'time', '', seconds),
    fn('time', 'time_ns', '', () => BigInt(Math.round(seconds() * 1e6)) * 1000n),
    ...['perf_counter', 'monotonic', 'process_time', 'thread_time'].flatMap((name) => [
      fn('time', name, '', elapsed),
      fn('time', `${name}_ns`, '', () => BigInt(Math.round(elapsed() * 1e6)) * 1000n),
    ]),
    // The page computes and does not wait.
    fn('time', 'sleep', 'secs, /', (wait) => {
      if (toFloat(wait) < 0) throw pyError('ValueError', 'sleep length must be non-negative');
      return null;
    }),
  ],
  'ctime gmtime localtime mktime strftime strptime asctime struct_time get_clock_info timezone tzname altzone daylight tzset clock_gettime',
);

const versionType = namedTupleType(
  'sys.version_info',
  ['major', 'minor', 'micro', 'releaselevel', 'serial'],
  [],
);
const floatInfoType = namedTupleType('sys.float_info', ['max', 'min', 'epsilon', 'dig', 'mant_dig'], []);

/** `sys.stdout` and `sys.stderr`: what a program writes to them. */
function stream(write: (text: string) => void): PyInstance {
  const made = new PyInstance(new PyType({ name: 'TextIOWrapper', module: '_io' }));
  made.attributes.set(
    'write',
    nativeFunction('write', 'text, /', (text) => {
      write(str(text));
      return BigInt(str(text).length);
    }),
  );
  made.attributes.set(
    'flush',
    nativeFunction('flush', '', () => null),
  );
  return made;
}

export const sysModules: Modules = standardModule(
  'sys',
  ({ write }) => [
    ['version', '3.13.5 (main) [JavaScript]'] as [string, Value],
    ['version_info', call(versionType, [3n, 13n, 5n, 'final', 0n])] as [string, Value],
    ['maxsize', 2n ** 63n - 1n] as [string, Value],
    ['maxunicode', 0x10ffffn] as [string, Value],
    ['argv', new PyList([''])] as [string, Value],
    ['path', new PyList([''])] as [string, Value],
    ['platform', 'linux'] as [string, Value],
    ['byteorder', 'little'] as [string, Value],
    ['executable', ''] as [string, Value],
    ['float_info', call(floatInfoType, [Number.MAX_VALUE, 2 ** -1022, Number.EPSILON, 15n, 53n])] as [
      string,
      Value,
    ],
    ['stdout', stream(write)] as [string, Value],
    ['stderr', stream(() => undefined)] as [string, Value],
    fn('sys', 'exit', 'status=None, /', (status) => {
      throw pyError('SystemExit', ...(status === null ? [] : [status]));
    }),
    fn('sys', 'getrecursionlimit', '', () => 1000n),
    fn('sys', 'setrecursionlimit', 'limit, /', () => null),
    fn('sys', 'getsizeof', 'object, default=?', () => refuse('sys.getsizeof')),
  ],
  'modules stdin exc_info getrefcount intern settrace setprofile path_hooks hash_info int_info implementation flags api_version hexversion copyright prefix',
);

/** Returns a path of a Unix machine, which has no files here. */
const joined = (parts: readonly string[]): string =>
  parts.reduce((path, part) =>
    part.startsWith('/') ? part : path === '' || path.endsWith('/') ? path + part : `${path}/${part}`,
  );

function splitPath(path: string): [string, string] {
  const at = path.lastIndexOf('/') + 1;
  const head = path.slice(0, at);
  return [/^\/*$/.test(head) ? head : head.replace(/\/+$/, ''), path.slice(at)];
}

function splitExtension(path: string): [string, string] {
  const name = /^\.*/.exec(splitPath(path)[1])?.[0].length ?? 0;
  const dot = path.lastIndexOf('.');
  return dot > path.lastIndexOf('/') + name ? [path.slice(0, dot), path.slice(dot)] : [path, ''];
}

const osPath = (): PyModule =>
  new PyModule(
    'posixpath',
    [
      fn('posixpath', 'join', 'a, *p', (first, rest) => joined([first, ...rest.items].map(str))),
      fn('posixpath', 'basename', 'p', (path) => splitPath(str(path))[1]),
      fn('posixpath', 'dirname', 'p', (path) => splitPath(str(path))[0]),
      fn('posixpath', 'split', 'p', (path) => new PyTuple(splitPath(str(path)))),
      fn('posixpath', 'splitext', 'p', (path) => new PyTuple(splitExtension(str(path)))),
      fn('posixpath', 'isabs', 's', (path) => str(path).startsWith('/')),
      fn('posixpath', 'exists', 'path', () => false),
      fn('posixpath', 'isfile', 'path', () => false),
      fn('posixpath', 'isdir', 's', () => false),
      ['sep', '/'],
    ],
    {
      notOffered: 'abspath realpath normpath expanduser expandvars getsize getmtime relpath commonpath'.split(
        ' ',
      ),
      library: 'Python',
      alias: 'os.path',
    },
  );

const path = osPath();

export const osModules: Modules = new Map([
  ...standardModule(
    'os',
    () => [
      ['path', path] as [string, Value],
      ['sep', '/'] as [string, Value],
      ['linesep', '\n'] as [string, Value],
      ['name', 'posix'] as [string, Value],
      ['environ', new PyDict()] as [string, Value],
      fn('os', 'getenv', 'key, default=None', (_key, absent) => absent),
      fn('os', 'cpu_count', '', () => 1n),
    ],
    'listdir mkdir makedirs remove rename rmdir unlink walk getcwd chdir system popen getpid urandom stat scandir open read write kill fork execv',
  ),
  ['os.path', () => path],
]);

export const futureModules: Modules = standardModule('__future__', () =>
  'annotations division print_function absolute_import unicode_literals generators nested_scopes with_statement generator_stop'
    .split(' ')
    .map((name): [string, Value] => [name, null]),
);
