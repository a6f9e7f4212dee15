/** OSError and its kinds: made from an error number, a text and the name of a file. */
import { PyTuple } from '../objects/collections.ts';
import { builtinException, type ExceptionName, PyException } from '../objects/exceptions.ts';
import { members } from '../objects/members.ts';
import type { Value } from '../objects/object.ts';
import { repr, str } from '../operations/text.ts';

class PyOSError extends PyException {
  filename: Value = null;
}

const isOSError = (value: Value): value is PyOSError => value instanceof PyOSError;

/** The class that `OSError(number, text)` turns into: Linux's numbers, as errno(3) lists them. */
const KINDS: Readonly<Record<string, ExceptionName>> = {
  1: 'PermissionError',
  2: 'FileNotFoundError',
  13: 'PermissionError',
  17: 'FileExistsError',
  20: 'NotADirectoryError',
  21: 'IsADirectoryError',
  110: 'TimeoutError',
};

export function defineOSErrorMembers(): void {
  const osError = builtinException('OSError');
  members(osError, isOSError)
    .constructs('*args', (type, { items }) => {
      const kind = type === osError && items.length > 1 ? KINDS[String(items[0])] : undefined;
      return new PyOSError(kind === undefined ? type : builtinException(kind), []);
    })
    .method('__init__', '*args', (self, { items }) => {
      const named = items.length > 2;
      self.args = new PyTuple(named ? items.slice(0, 2) : items);
      self.filename = named ? (items[2] ?? null) : null;
      return null;
    })
    .getter('errno', ({ args: { items } }) => (items.length > 1 ? (items[0] ?? null) : null))
    .getter('strerror', ({ args: { items } }) => items[1] ?? null)
    .getter('filename', (self) => self.filename)
    .special('__str__', ({ args: { items }, filename }) => {
      const [number = '', text] = items;
      if (text === undefined) return str(number);
      return `[Errno ${str(number)}] ${str(text)}${filename === null ? '' : `: ${repr(filename)}`}`;
    });
}
