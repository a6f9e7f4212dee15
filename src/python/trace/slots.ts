/** Slots: expressions of a note or a text, with an optional format, evaluated where the program stands. */
import { evaluate } from '../evaluate/expressions.ts';
import type { Frame } from '../evaluate/frame.ts';
import { PyError } from '../objects/exceptions.ts';
import { str } from '../operations/text.ts';
import { type Expression, PythonSyntaxError, parseExpression } from '../parse/index.ts';
import { Refusal } from '../refusal.ts';
import { analyseExpression } from '../scope/analyse.ts';
import type { SlotReader } from './recorder.ts';
import { describeValue, type Slot, type SlotResult } from './slot-value.ts';

const TOO_LONG: SlotResult = { error: { type: 'Limit', message: 'this takes too long or too much memory' } };

/** Reads the slots of a line in a frame; undefined where none were asked for. */
export function slotReader(slots: ReadonlyMap<number, readonly Slot[]> | undefined): SlotReader | undefined {
  if (slots === undefined || slots.size === 0) return undefined;
  return (frame, line, { quietly }) =>
    (slots.get(line) ?? []).map((slot) => quietly(() => readSlot(slot, frame)) ?? TOO_LONG);
}

/** Evaluates a slot in a frame and returns its value or exception. Reaching a limit ends the run, as it would in the program. */
export function readSlot(slot: Slot, frame: Frame): SlotResult {
  const { at } = frame;
  try {
    return valueOfSlot(slot, frame);
  } catch (error) {
    if (error instanceof PyError)
      return { error: { type: error.exception.type.name, message: str(error.exception) } };
    if (error instanceof PythonSyntaxError) return { error: { type: error.type, message: error.message } };
    if (error instanceof Refusal) return { error: { type: 'Refused', message: error.message } };
    throw error;
  } finally {
    frame.at = at;
  }
}

/** Slots that were parsed before: a page evaluates the same ones at each change of a number. */
const parsed = new Map<string, Expression>();
const MOST_PARSED = 1000;

function parsedOnce(text: string): Expression {
  const expression = parsed.get(text) ?? parseExpression(text);
  if (parsed.size >= MOST_PARSED) parsed.clear();
  parsed.set(text, expression);
  return expression;
}

function valueOfSlot({ expression: text, format = '' }: Slot, frame: Frame): SlotResult {
  const expression = parsedOnce(text);
  analyseExpression(expression, frame.scope);
  return describeValue(evaluate(expression, frame), format);
}
