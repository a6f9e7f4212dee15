/** Where each name of a program lives: the rules of Python's `symtable`. */
import type { Place } from '../parse/ast.ts';

export type Binding =
  /** In this frame. */
  | { readonly kind: 'local' }
  /** In a frame around this one, that many steps out. */
  | { readonly kind: 'outer'; readonly steps: number }
  /** In the module, else among the built-ins. */
  | { readonly kind: 'global' };

const LOCAL: Binding = { kind: 'local' };
const GLOBAL: Binding = { kind: 'global' };

type ScopeKind = 'module' | 'function' | 'class' | 'comprehension';

/** A `global` or `nonlocal` statement for one name. */
export type Declaration = { readonly kind: 'global' | 'nonlocal'; readonly place: Place };

/** The names of one module, function, class body or comprehension. */
export class Scope {
  readonly kind: ScopeKind;
  readonly parent: Scope | undefined;
  readonly bindings = new Map<string, Binding>();
  /** Names that this scope assigns, in the order met. */
  readonly assigned = new Set<string>();
  readonly declared = new Map<string, Declaration>();
  /** Names read or written here or in a scope inside. */
  readonly used = new Set<string>();
  readonly inner = new Map<object, Scope>();
  parameters: ReadonlySet<string> = new Set();
  isGenerator = false;

  constructor(kind: ScopeKind, parent: Scope | undefined) {
    this.kind = kind;
    this.parent = parent;
  }

  /** Resolves a name once and remembers it. */
  resolve(name: string): Binding {
    const known = this.bindings.get(name);
    if (known !== undefined) return known;
    const found = this.#find(name);
    this.bindings.set(name, found);
    return found;
  }

  /** Returns the scope of a function, class or comprehension that this one contains. */
  scopeOf(owner: object): Scope {
    const scope = this.inner.get(owner);
    if (scope === undefined) throw new Error('A construct was evaluated whose scope was not analysed.');
    return scope;
  }

  /** Names of enclosing functions that this scope, or one inside it, was found to use. */
  freeNames(): string[] {
    return [...this.used].filter((name) => !this.assigned.has(name) || this.declared.has(name));
  }

  #find(name: string): Binding {
    if (this.kind === 'module') return GLOBAL;
    const declared = this.declared.get(name)?.kind;
    if (declared === 'global') return GLOBAL;
    if (declared === undefined && this.assigned.has(name)) return LOCAL;
    let steps = 1;
    for (
      let scope = this.parent;
      scope !== undefined && scope.kind !== 'module';
      scope = scope.parent, steps++
    ) {
      // Class bodies are skipped by the functions in them, but a comprehension's own frame looks through them first.
      if (scope.kind === 'class') continue;
      const theirs = scope.declared.get(name)?.kind;
      if (theirs === 'global') return GLOBAL;
      if (theirs === undefined && scope.assigned.has(name)) return { kind: 'outer', steps };
    }
    return GLOBAL;
  }
}
