/** Evaluates slots for the plugins, and reports every problem at the slot's place in the page. */
import type { Node } from 'unist';
import { UnknownSlotError } from '../slots/evaluate/index.ts';
import {
  parseSlot,
  raised,
  type Slot,
  type SlotException,
  type SlotResult,
  SlotSyntaxError,
  type SlotValue,
  slotKey,
} from '../slots/index.ts';
import type { PageContext } from './page-context.ts';

/** A slot in a page: its text, the node it belongs to, and the offset of its first character when known. */
export interface WrittenSlot {
  readonly text: string;
  readonly node: Node;
  readonly offset?: number | undefined;
}

/** Reads a slot's text. @throws {AuthorError} at the character that is wrong */
export function readSlot({ text, node, offset }: WrittenSlot, page: PageContext): Slot {
  try {
    return parseSlot(text);
  } catch (error) {
    if (!(error instanceof SlotSyntaxError)) throw error;
    const at = offset === undefined ? undefined : offset + error.offset;
    throw page.slip(node, `Bad slot "${text}". ${error.message}`, at);
  }
}

function resultOf(slot: Slot, { node, offset }: WrittenSlot, page: PageContext): SlotResult {
  try {
    return page.evaluate(slot);
  } catch (error) {
    if (!(error instanceof UnknownSlotError)) throw error;
    throw page.slip(node, error.message, offset);
  }
}

/** Returns the value of a slot. @throws {AuthorError} when it has none or raised an exception */
export function slotValue(
  written: WrittenSlot,
  page: PageContext,
  slot = readSlot(written, page),
): SlotValue {
  const result = resultOf(slot, written, page);
  if (!raised(result)) return result;
  const { type, message } = result.error;
  throw page.slip(
    written.node,
    `The slot "${slotKey(slot)}" raises ${type}: ${message}. Mend the expression, or announce the error with <Raises>.`,
    written.offset,
  );
}

/** Returns the exception of an expression that is announced to raise. @throws {AuthorError} when it does not */
export function exceptionOf(written: WrittenSlot, page: PageContext): SlotException {
  const result = resultOf({ expression: written.text.trim() }, written, page);
  if (raised(result)) return result.error;
  throw page.slip(
    written.node,
    `"${written.text}" raises nothing; it gives ${result.text}. Expected an expression that raises.`,
    written.offset,
  );
}
