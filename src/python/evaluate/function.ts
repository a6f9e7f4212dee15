/** Functions written in Python. */
import { bindArguments } from '../objects/bind.ts';
import { Callable } from '../objects/callables.ts';
import type { Keywords, PyType, Value } from '../objects/object.ts';
import { Signature } from '../objects/signature.ts';
import { functionType } from '../objects/types.ts';
import type { FunctionDefinition, Lambda } from '../parse/ast.ts';
import type { Scope } from '../scope/scope.ts';
import { enter } from './enter.ts';
import { finish, noteException } from './exit.ts';
import { evaluate } from './expressions.ts';
import { execute } from './flow.ts';
import { Frame } from './frame.ts';
import { PyGenerator } from './generator.ts';
import { stepsOf } from './generator-steps.ts';

export class PyFunction extends Callable {
  name: string;
  readonly qualifiedName: string;
  readonly signature: Signature;
  readonly doc: string | null;
  /** The class whose body defines it: where `super()` starts from. */
  definingClass: PyType | undefined;
  readonly #definition: FunctionDefinition | Lambda;
  readonly #scope: Scope;
  readonly #outer: Frame;
  readonly #attributes = new Map<string, Value>();

  constructor(definition: FunctionDefinition | Lambda, scope: Scope, outer: Frame, qualifiedName: string) {
    super();
    this.#definition = definition;
    this.#scope = scope;
    this.#outer = outer;
    this.name = definition.kind === 'lambda' ? '<lambda>' : definition.name;
    this.qualifiedName = qualifiedName;
    this.doc = definition.kind === 'lambda' ? null : definition.docstring;
    this.signature = new Signature(
      definition.parameters.map((parameter) => ({
        name: parameter.name,
        kind: parameter.kind,
        default: parameter.default === undefined ? undefined : evaluate(parameter.default, outer),
      })),
    );
  }

  /** The frame that it was defined in, whose variables it can read. */
  get outer(): Frame {
    return this.#outer;
  }

  override get type(): PyType {
    return functionType;
  }

  /** Where its docstring stands, a statement that does nothing. */
  get docstringLine(): number | undefined {
    const definition = this.#definition;
    return definition.kind === 'lambda' || this.doc === null ? undefined : definition.body[0]?.line;
  }

  override get bindsToInstance(): boolean {
    return true;
  }

  override get attributes(): Map<string, Value> {
    return this.#attributes;
  }

  override invoke(args: readonly Value[], keywords: Keywords): Value {
    const frame = this.#open(args, keywords);
    const definition = this.#definition;
    if (this.#scope.isGenerator && definition.kind === 'function')
      return new PyGenerator(frame, stepsOf(definition.body, frame), this.name, this.qualifiedName);
    const caller = enter(frame);
    try {
      if (definition.kind === 'lambda') {
        frame.run.observer?.line(frame, definition.body.line);
        frame.returned = evaluate(definition.body, frame);
      } else execute(definition.body, frame);
      return finish(frame, frame.returned);
    } catch (error) {
      throw noteException(frame, error);
    } finally {
      // Not a function: there may be no room left to call one.
      frame.run.depth--;
      frame.run.frame = caller;
    }
  }

  /** A frame whose parameters have their values. */
  #open(args: readonly Value[], keywords: Keywords): Frame {
    const values = bindArguments(this.signature, this.qualifiedName, args, keywords);
    const frame = new Frame(this.#outer.run, this.#scope, this.#outer, this.name, this);
    const { parameters } = this.signature;
    for (let index = 0; index < parameters.length; index++)
      frame.variables.set(parameters[index]?.name ?? '', values[index] ?? null);
    frame.at = this.#definition;
    return frame;
  }
}
