/** `json`: https://docs.python.org/3/library/json.html */
import {
  call,
  getAttribute,
  members,
  PyInstance,
  PyType,
  typeError,
  typeName,
  typeOf,
  type Value,
} from '../../objects/index.ts';
import type { Modules } from '../host.ts';
import { fn, standardModule } from '../standard/module.ts';
import { decodeErrorType, parsed } from './decode.ts';
import { layoutOf, written } from './encode.ts';

/** A program may derive from it and say in `default` how to write values of its own. */
const encoderType = new PyType({ name: 'JSONEncoder', module: 'json.encoder', subclassable: true });

members(encoderType, (value): value is PyInstance => value instanceof PyInstance, 'python')
  .method('default', 'o', (_self, value) => {
    throw typeError(`Object of type ${typeOf(value).name} is not JSON serializable`);
  })
  .method('encode', 'o', (self, value) =>
    written(value, layoutOf(null, null, true, false, true, getAttribute(self, 'default'))),
  );

const substituteOf = (type: Value, given: Value): Value =>
  type === null ? given : getAttribute(call(type), 'default');

export const jsonModules: Modules = standardModule(
  'json',
  () => [
    fn(
      'json',
      'dumps',
      'obj, *, skipkeys=False!, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None, separators=None, default=None, sort_keys=False',
      (value, _skip, isAscii, _circular, allowsNan, type, indent, separators, substitute, sortsKeys) =>
        written(
          value,
          layoutOf(indent, separators, isAscii, sortsKeys, allowsNan, substituteOf(type, substitute)),
        ),
    ),
    fn('json', 'loads', 's', (text) => {
      if (typeof text === 'string') return parsed(text);
      throw typeError(`the JSON object must be str, bytes or bytearray, not ${typeName(text)}`);
    }),
    ['JSONDecodeError', decodeErrorType] as [string, Value],
    ['JSONEncoder', encoderType] as [string, Value],
  ],
  'dump load JSONDecoder detect_encoding decoder encoder scanner',
);
