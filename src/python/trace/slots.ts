/** Slots: expressions of a note, with an optional format, evaluated where the program stands. */
import { evaluate } from '../evaluate/expressions.ts';
import type { Frame } from '../evaluate/frame.ts';
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
  const { at } = frame;
  try {
    const expression = parseSlot(slot);
    analyseExpression(expression, frame.scope);
    return { kind: 'text', slot, text: str(evaluate(expression, frame)) };
  } catch (error) {
    return { kind: 'problem', slot, message: problemText(error) };
  } finally {
    frame.at = at;
  }
}

/** What an author reads about a slot that does not evaluate; a limit still ends the run. */
function problemText(error: unknown): string {
  if (error instanceof PyError) return `${error.exception.type.name}: ${str(error.exception)}`;
  if (error instanceof PythonSyntaxError || error instanceof Refusal) return error.message;
  throw error;
}

/** A slot reads as the inside of an f-string's braces. */
function parseSlot(slot: string): Expression {
  return parseExpression(`f"""{${slot}}"""`);
}
