/** A fault that its reader changes: an editor in place of the program, and below it what the changed program says. */
import { createRoot, type Root } from 'react-dom/client';
import type { ListingSource } from '../../listing/index.ts';
import { type EndingPart, endingOf } from '../../listing/live/index.ts';
import { programClient } from '../../worker/index.ts';
import type { createEditor, ProgramEditor } from '../editor/create-editor.ts';
import { Ending } from './Ending.tsx';
import type { FaultTexts } from './fault-element.ts';

/** A pause in typing after which the text is run. */
const PAUSE_MS = 150;

/** One worker serves all faults of a page: the newest change wins. */
const client = programClient();

const living = new WeakMap<Element, LiveFault>();

/** Returns the life of an element; begun when it is first asked for. */
export function liveFault(element: HTMLElement): LiveFault {
  const known = living.get(element) ?? new LiveFault(element);
  living.set(element, known);
  return known;
}

class LiveFault {
  readonly #element: HTMLElement;
  readonly #code: HTMLElement;
  readonly #ending: Element;
  readonly #texts: FaultTexts;
  /** Draws the ending, once the reader has run something. */
  #root: Root | undefined;
  #text: string;
  #editor: Promise<ProgramEditor> | undefined;
  #typed: ReturnType<typeof setTimeout> | undefined;

  constructor(element: HTMLElement) {
    this.#element = element;
    this.#code = part(element, '.fault-code');
    this.#ending = part(element, '.fault-ending');
    this.#texts = JSON.parse(element.dataset['texts'] ?? '');
    this.#text = this.#texts.book;
    client.warm();
  }

  /** Does what a button says: `change`, `repair` or `reset`. */
  async act(act: string): Promise<void> {
    const editor = await this.#edit();
    if (act === 'change') {
      editor.focus();
      return;
    }
    const text = act === 'repair' ? this.#texts.repaired : this.#texts.book;
    editor.setText(text);
    await this.#run(text);
  }

  /** The editor; a fetch that failed is tried again at the next press. */
  #edit(): Promise<ProgramEditor> {
    this.#editor ??= this.#open().catch((error: unknown) => {
      this.#editor = undefined;
      throw error;
    });
    return this.#editor;
  }

  async #open(): Promise<ProgramEditor> {
    const editing = await import('../editor/create-editor.ts');
    const host = document.createElement('div');
    host.className = 'editor fault-editor';
    const editor = this.#create(editing.createEditor, host);
    this.#code.replaceWith(host);
    return editor;
  }

  #create(create: typeof createEditor, host: HTMLElement): ProgramEditor {
    return create({
      host,
      file: this.#texts.file,
      text: this.#texts.book,
      line: undefined,
      knowledge: () => ({ names: [], values: [] }),
      onChange: (text) => {
        clearTimeout(this.#typed);
        this.#typed = setTimeout(() => void this.#run(text), PAUSE_MS);
      },
      onLine: () => {},
    });
  }

  async #run(text: string): Promise<void> {
    clearTimeout(this.#typed);
    this.#text = text;
    const reset = this.#element.querySelector<HTMLButtonElement>('[data-act=reset]');
    if (reset) reset.hidden = text === this.#texts.book;
    const reply = await client.ask({ source: plainSource(this.#texts.file, text), text });
    // Another text of this program has been asked for meanwhile.
    if (reply.kind === 'overtaken' || text !== this.#text) return;
    const stopped: EndingPart[] =
      reply.kind === 'failed' ? [{ kind: 'stops', type: '', text: reply.message }] : [];
    this.#root ??= createRoot(this.#ending);
    this.#root.render(<Ending parts={reply.kind === 'answer' ? endingOf(reply.answer.run) : stopped} />);
  }
}

/** Returns a program without notes. */
function plainSource(file: string, text: string): ListingSource {
  return { file, title: '', library: 'NumPy', text, axes: [], hues: [], notes: [], twins: [] };
}

function part(element: Element, selector: string): HTMLElement {
  const found = element.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`A fault has no ${selector}.`);
  return found;
}
