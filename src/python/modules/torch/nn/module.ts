/** `nn.Module`: an object that knows the parameters and modules among its attributes. */
import { PyInstance, PyType, type Value, VersionedMap } from '../../../objects/index.ts';
import type { TensorObject } from '../tensor.ts';

export class ModuleObject extends PyInstance {
  /** None for a parameter that was left out, as with `bias=False`. */
  readonly parameters = new VersionedMap<string, TensorObject | null>();
  readonly buffers = new Map<string, TensorObject | null>();
  readonly modules = new VersionedMap<string, ModuleObject | null>();
  readonly forwardHooks = new Map<object, Value>();
  /** Whether `Module.__init__` has run: only then can parameters be kept. */
  ready = false;
  #later: PyType | undefined;

  override get type(): PyType {
    return this.#later ?? super.type;
  }

  /** Changes the class: a lazy layer becomes an ordinary one. */
  becomeA(type: PyType): void {
    this.#later = type;
  }
}

export const isModule = (value: Value): value is ModuleObject => value instanceof ModuleObject;

export const moduleType: PyType = new PyType({
  name: 'Module',
  module: 'torch.nn.modules.module',
  subclassable: true,
  allocate: (type) => new ModuleObject(type),
  holds: (self) => heldBy(self as ModuleObject),
  watch: (self) => watchModule(self as ModuleObject),
  parts: (self) => namedParameters(self as ModuleObject),
});

/** Its parameters, buffers and children; those that are None hold nothing. */
function* heldBy({ parameters, buffers, modules }: ModuleObject): Generator<Value> {
  yield* [...parameters.values(), ...buffers.values(), ...modules.values()];
}

/** A module reads as before while its attributes and its children's do: `in_features=3` is one of them. */
function watchModule(self: ModuleObject): () => boolean {
  const versions = [...namedModules(self)].map(([, module]) => ({ module, version: versionOf(module) }));
  return () => versions.every(({ module, version }) => versionOf(module) === version);
}

/** Grows with each change of what a module holds. */
function versionOf({ attributes, parameters, modules }: ModuleObject): number {
  return attributes.version + parameters.version + modules.version;
}

export function* namedModules(
  self: ModuleObject,
  prefix = '',
  seen = new Set<ModuleObject>(),
): Generator<readonly [string, ModuleObject]> {
  if (seen.has(self)) return;
  seen.add(self);
  yield [prefix, self];
  for (const [name, child] of self.modules)
    if (child !== null) yield* namedModules(child, prefix === '' ? name : `${prefix}.${name}`, seen);
}

/** Returns each parameter once, under the path that leads to it: `0.weight`. */
export function* namedParameters(
  self: ModuleObject,
  prefix = '',
  recurse = true,
): Generator<readonly [string, TensorObject]> {
  const seen = new Set<TensorObject>();
  for (const [path, module] of recurse ? namedModules(self, prefix) : [[prefix, self] as const])
    for (const [name, parameter] of module.parameters) {
      if (parameter === null || seen.has(parameter)) continue;
      seen.add(parameter);
      yield [path === '' ? name : `${path}.${name}`, parameter];
    }
}

export function* namedBuffers(
  self: ModuleObject,
  prefix: string,
): Generator<readonly [string, TensorObject]> {
  for (const [path, module] of namedModules(self, prefix))
    for (const [name, buffer] of module.buffers)
      if (buffer !== null) yield [path === '' ? name : `${path}.${name}`, buffer];
}

export const parametersOf = (self: ModuleObject): TensorObject[] =>
  [...namedParameters(self)].map(([, each]) => each);
