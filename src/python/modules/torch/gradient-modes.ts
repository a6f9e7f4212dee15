/** The switches that turn recording for gradients on and off. */
import { isGradEnabled, setGradEnabled } from '../../../tensor/autograd/index.ts';
import {
  Callable,
  isTrue,
  type Keywords,
  members,
  NativeFunction,
  PyInstance,
  PyType,
  typeError,
  typeName,
  type Value,
} from '../../objects/index.ts';
import { definePython, type Entry } from './define.ts';

/** `no_grad`, `enable_grad` and `set_grad_enabled`: a block, or a decorator of a function. */
class GradientMode extends PyInstance {
  readonly enabled: boolean;
  #before: boolean | undefined;

  constructor(type: PyType, enabled: boolean) {
    super(type);
    this.enabled = enabled;
  }

  enter(): void {
    this.#before ??= isGradEnabled();
    setGradEnabled(this.enabled);
  }

  leave(): void {
    setGradEnabled(this.#before ?? true);
    this.#before = undefined;
  }
}

function modeType(name: string, signature: 'mode' | '', enabled: boolean): PyType {
  const type = new PyType({ name, module: 'torch.autograd.grad_mode' });
  const isMode = (value: Value): value is GradientMode => value instanceof GradientMode;
  const of = members(type, isMode, 'python');
  if (signature === 'mode')
    of.constructs('mode', (made, mode) => {
      const block = new GradientMode(made, isTrue(mode));
      // It takes effect at once, and is undone where it is used as a block.
      block.enter();
      return block;
    });
  else
    of.constructs('orig_func=None', (made, original) =>
      original === null
        ? new GradientMode(made, enabled)
        : decorated(new GradientMode(made, enabled), original),
    );
  of.special('__enter__', (self) => {
    self.enter();
    return null;
  })
    .method('__exit__', 'exc_type, exc_value, traceback', (self) => {
      self.leave();
      return null;
    })
    .method('__call__', 'func', (self, func) => decorated(self, func));
  return type;
}

/** Returns a function that runs with recording switched. */
function decorated(mode: GradientMode, original: Value): Value {
  if (!(original instanceof Callable)) throw typeError(`'${typeName(original)}' object is not callable`);
  return new DecoratedFunction(mode, original);
}

class DecoratedFunction extends NativeFunction {
  readonly #mode: GradientMode;
  readonly #original: Callable;

  constructor(mode: GradientMode, original: Callable) {
    super(original.name, '*args, **kwargs', () => null, { module: '__main__' });
    this.#mode = mode;
    this.#original = original;
  }

  override get bindsToInstance(): boolean {
    return true;
  }

  override invoke(args: readonly Value[], keywords: Keywords): Value {
    const before = setGradEnabled(this.#mode.enabled);
    try {
      return this.#original.invoke(args, keywords);
    } finally {
      setGradEnabled(before);
    }
  }
}

export const GRADIENT_MODES: readonly Entry[] = [
  ['no_grad', modeType('no_grad', '', false)],
  ['enable_grad', modeType('enable_grad', '', true)],
  ['inference_mode', modeType('inference_mode', '', false)],
  ['set_grad_enabled', modeType('set_grad_enabled', 'mode', true)],
];
definePython('is_grad_enabled', '', () => isGradEnabled());
