/** `import` and `from … import`. */
import { type PyError, pyError } from '../objects/exceptions.ts';
import { PyModule } from '../objects/module.ts';
import { RefusedModule, RefusedName } from '../objects/refused-module.ts';
import { findAttribute } from '../operations/attributes.ts';
import type { ImportedName } from '../parse/ast.ts';
import { refuse } from '../refusal.ts';
import { isStandardModule } from '../standard-modules.ts';
import { type Frame, writeName } from './frame.ts';

/** Modules of Python's world that a reader may reach for, beside those of Python itself. */
const OTHERS = new Set(
  'matplotlib pandas scipy sklearn torchvision tensorflow jax keras PIL cv2 seaborn sympy'.split(' '),
);

export function executeImport(names: readonly ImportedName[], frame: Frame): void {
  for (const { name, as } of names) {
    const module = load(name, frame);
    const [top = name] = name.split('.');
    writeName(frame, as ?? top, as === undefined && top !== name ? load(top, frame) : module);
  }
}

export function executeImportFrom(name: string, names: readonly ImportedName[] | '*', frame: Frame): void {
  if (name === '__future__' && names !== '*')
    frame.module.postponesAnnotations ||= names.some((each) => each.name === 'annotations');
  const module = load(name, frame);
  if (names === '*') {
    for (const [key, value] of module.members) if (!key.startsWith('_')) writeName(frame, key, value);
    return;
  }
  for (const { name: member, as } of names) {
    if (module instanceof RefusedModule) {
      writeName(frame, as ?? member, new RefusedName(`${module.name}.${member}`));
      continue;
    }
    const found = findAttribute(module, member);
    const value = found === undefined ? frame.run.importModule(`${name}.${member}`) : found;
    if (value === undefined) throw cannotImport(member, module, frame);
    writeName(frame, as ?? member, value);
  }
}

function cannotImport(name: string, module: PyModule, frame: Frame): PyError {
  const error = pyError(
    'ImportError',
    `cannot import name '${name}' from '${module.name}' (unknown location)`,
  );
  // CPython looks through the package that a dotted name begins with.
  const top = frame.run.importModule(module.name.split('.')[0] ?? module.name) ?? module;
  error.exception.misspelling = { name, attributeOf: top, candidates: () => top.names };
  return error;
}

function load(name: string, frame: Frame): PyModule {
  const module = frame.run.importModule(name);
  if (module !== undefined) return module;
  const [top = name, ...rest] = name.split('.');
  const parent = rest.length === 0 ? undefined : frame.run.importModule(top);
  if (parent !== undefined) {
    // A name that the real library has is refused here, before it is called missing.
    let at: PyModule = parent;
    for (const part of rest) {
      const member = findAttribute(at, part);
      if (!(member instanceof PyModule))
        throw missing(name, `; '${at.name}' is not a package`, at === parent);
      at = member;
    }
    return at;
  }
  if (isStandardModule(top)) return new RefusedModule(name);
  if (OTHERS.has(top)) refuse(`the module ${top}`, frame.at.line, frame.at.column);
  throw missing(top, '', false);
}

function missing(name: string, why: string, plain: boolean): PyError {
  return pyError('ModuleNotFoundError', `No module named '${name}'${plain ? '' : why}`);
}
