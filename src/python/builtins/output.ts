import { type NativeFunction, nativeFunction } from '../objects/callables.ts';
import { typeError } from '../objects/exceptions.ts';
import type { Value } from '../objects/object.ts';
import { typeName } from '../objects/types.ts';
import { getAttribute } from '../operations/attributes.ts';
import { call } from '../operations/call.ts';
import { str } from '../operations/text.ts';

/** `print`, writing to one run's output. */
export function outputFunctions(write: (text: string) => void): NativeFunction[] {
  return [
    nativeFunction(
      'print',
      "*values, sep=' ', end='\n', file=None, flush=False",
      (values, separator, end, file) => {
        const between = textOr(separator, ' ', 'sep');
        const last = textOr(end, '\n', 'end');
        const text = values.items.map(str).join(between) + last;
        if (file === null) write(text);
        else call(getAttribute(file, 'write'), [text]);
        return null;
      },
    ),
  ];
}

function textOr(value: Value, absent: string, name: string): string {
  if (value === null) return absent;
  if (typeof value !== 'string') throw typeError(`${name} must be None or a string, not ${typeName(value)}`);
  return value;
}
