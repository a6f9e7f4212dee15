/** How `list[int]` and `int | None` are printed, compared and called. */
import { ELLIPSIS, NOT_IMPLEMENTED, PyList, PyTuple } from '../objects/collections.ts';
import { GenericAlias, genericAliasType, UnionType, unionType } from '../objects/generic-alias.ts';
import { members } from '../objects/members.ts';
import { PyType, type Value } from '../objects/object.ts';
import { equals } from '../operations/compare.ts';
import { repr } from '../operations/text.ts';

function argumentText(value: Value): string {
  if (value === ELLIPSIS) return '...';
  if (value instanceof PyList) return `[${value.items.map(argumentText).join(', ')}]`;
  if (!(value instanceof PyType)) return repr(value);
  return value.module === 'builtins' ? value.qualifiedName : `${value.module}.${value.qualifiedName}`;
}

export function defineAnnotationMembers(): void {
  members(genericAliasType, (value): value is GenericAlias => value instanceof GenericAlias)
    .getter('__origin__', (self) => self.origin)
    .getter('__args__', (self) => new PyTuple(self.args))
    .special('__repr__', (self) => `${argumentText(self.origin)}[${self.args.map(argumentText).join(', ')}]`)
    .special('__eq__', (self, other) =>
      other instanceof GenericAlias
        ? self.origin === other.origin && equals(new PyTuple(self.args), new PyTuple(other.args))
        : NOT_IMPLEMENTED,
    );
  members(unionType, (value): value is UnionType => value instanceof UnionType)
    .getter('__args__', (self) => new PyTuple(self.args))
    .special('__repr__', (self) => self.args.map(argumentText).join(' | '));
}
