import { refuse } from '../refusal.ts';
import { Callable } from './callables.ts';
import { PyModule } from './module.ts';
import type { PyType, Value } from './object.ts';
import { builtinFunctionType } from './types.ts';

/**
 * A module that exists and is not offered. A program may import it, since a module that it hardly uses shall not end it; the
 * first use is refused.
 */
export class RefusedModule extends PyModule {
  constructor(name: string) {
    super(name, []);
  }

  override refusalOf(name: string): string | undefined {
    return name.startsWith('__') ? undefined : `${this.name}.${name} is not part of this book's Python yet`;
  }
}

/** What `from module import name` gives of such a module: refused when it is called. */
export class RefusedName extends Callable {
  readonly name: string;

  constructor(name: string) {
    super();
    this.name = name;
  }

  override get type(): PyType {
    return builtinFunctionType;
  }

  override get bindsToInstance(): boolean {
    return false;
  }

  override invoke(): Value {
    return refuse(this.name);
  }
}
