/** Attributes and text of exceptions. */
import { PyTuple } from '../objects/collections.ts';
import { builtinException, PyException, typeError } from '../objects/exceptions.ts';
import { members } from '../objects/members.ts';
import type { Value } from '../objects/object.ts';
import { toArray } from '../operations/iterate.ts';
import { repr, str } from '../operations/text.ts';

const isException = (value: Value): value is PyException => value instanceof PyException;

function optionalException(value: Value): PyException | null {
  if (value === null || value instanceof PyException) return value;
  throw typeError('exception cause must be None or derive from BaseException');
}

export function defineExceptionMembers(): void {
  members(builtinException('BaseException'), isException)
    .getter(
      'args',
      (self) => self.args,
      (self, value) => {
        self.args = new PyTuple(toArray(value));
      },
    )
    .getter(
      '__cause__',
      (self) => self.cause,
      (self, value) => {
        self.cause = optionalException(value);
        self.suppressContext = true;
      },
    )
    .getter('__context__', (self) => self.context)
    .getter('__traceback__', () => null)
    .getter('__notes__', (self) => self.notes)
    .method('__init__', '*args', (self, args) => {
      self.args = args;
      return null;
    })
    .method('add_note', 'note, /', (self, note) => {
      if (typeof note !== 'string') throw typeError('note must be a str');
      self.notes.append(note);
      return null;
    })
    .method('with_traceback', 'tb, /', (self) => self)
    .special('__str__', (self) => {
      const [first, ...more] = self.args.items;
      if (first === undefined) return '';
      return more.length === 0 ? str(first) : repr(self.args);
    })
    .special('__repr__', (self) => {
      const inside = repr(self.args);
      return `${self.type.name}${self.args.items.length === 1 ? `(${inside.slice(1, -2)})` : inside}`;
    });
  members(builtinException('KeyError'), isException).special('__str__', (self) => {
    const { items } = self.args;
    return items.length === 1 ? repr(items[0] ?? null) : items.length === 0 ? '' : repr(self.args);
  });
  members(builtinException('BaseExceptionGroup'), isException)
    .getter('message', (self) => self.args.items[0] ?? null)
    .getter('exceptions', (self) => new PyTuple(toArray(self.args.items[1] ?? null)))
    .special('__str__', (self) => {
      const count = toArray(self.args.items[1] ?? null).length;
      return `${str(self.args.items[0] ?? null)} (${count} sub-exception${count === 1 ? '' : 's'})`;
    });
  members(builtinException('StopIteration'), isException).getter(
    'value',
    (self) => self.args.items[0] ?? null,
  );
}
