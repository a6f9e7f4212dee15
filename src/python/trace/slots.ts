/** Slots: expressions of a note, with an optional format, evaluated where the program stands. */
import { evaluate } from '../evaluate/expressions.ts';
import type { Frame } from '../evaluate/frame.ts';
import { Frame as InnerFrame } from '../evaluate/frame.ts';
import { PyError } from '../objects/exceptions.ts';
import { str } from '../operations/text.ts';
import type { Expression } from '../parse/ast.ts';
import { PythonSyntaxError, parseExpression } from '../parse/index.ts';
import { Refusal } from '../refusal.ts';
import { analyseExpression } from '../scope/analyse.ts';
import type { SlotReader } from './recorder.ts';
import type { SlotResult } from './step.ts';

/** Reads the slots of a line in a frame; undefined where none were asked for. */
export function slotReader(
  slots: ReadonlyMap<number, readonly string[]> | undefined,
): SlotReader | undefined {
  if (slots === undefined || slots.size === 0) return undefined;
  return (frame, line) => (slots.get(line) ?? []).map((slot) => readSlot(slot, frame));
}

function readSlot(slot: string, frame: Frame): SlotResult {
  try {
    const expression = parseSlot(slot);
    analyseExpression(expression, frame.scope);
    // The observer must not see what a slot does.
    const quiet = new InnerFrame(
      { ...frame.run, observer: undefined },
      frame.scope,
      frame.outer,
      frame.name,
      frame.function,
    );
    for (const [name, value] of frame.variables) quiet.variables.set(name, value);
    const inModule = frame.outer === undefined ? quiet : frame;
    const value = evaluate(expression, inModule === quiet ? quiet : withoutObserver(frame, quiet));
    return { kind: 'text', slot, text: typeof value === 'string' ? value : str(value) };
  } catch (error) {
    if (error instanceof PyError)
      return { kind: 'problem', slot, message: `${error.exception.type.name}: ${str(error.exception)}` };
    if (error instanceof PythonSyntaxError || error instanceof Refusal)
      return { kind: 'problem', slot, message: error.message };
    throw error;
  }
}

function withoutObserver(_frame: Frame, quiet: Frame): Frame {
  return quiet;
}

/** A slot reads as the inside of an f-string's braces. */
function parseSlot(slot: string): Expression {
  return parseExpression(`f"""{${slot}}"""`);
}
