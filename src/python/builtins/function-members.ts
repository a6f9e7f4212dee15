/** What functions and methods tell about themselves. */
import { PyFunction } from '../evaluate/function.ts';
import { BoundMethod, Callable, NativeFunction } from '../objects/callables.ts';
import { PyTuple } from '../objects/collections.ts';
import { typeError } from '../objects/exceptions.ts';
import { members } from '../objects/members.ts';
import { PyObject, type Value } from '../objects/object.ts';
import { builtinFunctionType, functionType, methodType, typeName } from '../objects/types.ts';
import { address, repr } from '../operations/text.ts';

const isCallable = (value: Value): value is Callable => value instanceof Callable;

function builtinRepr(self: Callable): string {
  if (!(self instanceof BoundMethod)) {
    const isMethod = self instanceof NativeFunction && self.receiver !== undefined;
    return isMethod
      ? `<method '${self.name}' of '${self.receiver.name}' objects>`
      : `<built-in function ${self.name}>`;
  }
  const where = self.self instanceof PyObject ? address(self.self) : '0x0000007f3a5c0';
  return `<built-in method ${self.name} of ${typeName(self.self)} object at ${where}>`;
}

export function defineFunctionMembers(): void {
  members(functionType, (value): value is PyFunction => value instanceof PyFunction)
    .getter(
      '__name__',
      (self) => self.name,
      (self, name) => {
        if (typeof name !== 'string') throw typeError('__name__ must be set to a string object');
        self.name = name;
      },
    )
    .getter('__qualname__', (self) => self.qualifiedName)
    .getter('__doc__', (self) => self.doc)
    .getter('__module__', () => '__main__')
    .getter('__defaults__', (self) => {
      const given = self.signature.positional.flatMap((parameter) =>
        parameter.default === undefined ? [] : [parameter.default],
      );
      return given.length === 0 ? null : new PyTuple(given);
    })
    .special('__repr__', (self) => `<function ${self.qualifiedName} at ${address(self)}>`);
  members(methodType, (value): value is BoundMethod => value instanceof BoundMethod)
    .getter('__name__', (self) => self.name)
    .getter('__self__', (self) => self.self)
    .getter('__func__', (self) => self.function)
    .getter('__doc__', (self) => (self.function instanceof PyFunction ? self.function.doc : null))
    .special('__repr__', (self) => {
      const name = self.function instanceof PyFunction ? self.function.qualifiedName : self.name;
      return `<bound method ${name} of ${repr(self.self)}>`;
    });
  members(builtinFunctionType, isCallable)
    .getter('__name__', (self) => self.name)
    .getter('__doc__', () => null)
    .getter('__self__', (self) => (self instanceof BoundMethod ? self.self : null))
    .special('__repr__', builtinRepr);
}
