/** How a module prints: its class, what it says of itself, its children indented. */
import { call, getAttribute, pyError } from '../../../objects/index.ts';
import type { ModuleObject } from './module.ts';

const indent = (text: string): string => text.replaceAll('\n', '\n  ');

export function moduleRepr(self: ModuleObject): string {
  if (!self.ready) throw pyError('AttributeError', `'${self.type.name}' object has no attribute '_modules'`);
  const extra = String(call(getAttribute(self, 'extra_repr')));
  const extras = extra === '' ? [] : extra.split('\n');
  const children = [...self.modules].map(
    ([name, child]) => `(${name}): ${indent(child === null ? 'None' : moduleText(child))}`,
  );
  const lines = [...extras, ...children];
  const body =
    extras.length === 1 && children.length === 0
      ? extras[0]
      : lines.length === 0
        ? ''
        : `\n  ${lines.join('\n  ')}\n`;
  return `${self.type.name}(${body})`;
}

/** Through the class, which may define a `__repr__` of its own. */
const moduleText = (self: ModuleObject): string => String(call(self.type.lookup('__repr__') ?? null, [self]));
