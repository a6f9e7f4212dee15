/** Carries progress elsewhere: as a code, as a file, and back. */
import { progressCode, progressText, readProgressCode } from '../../exercise/progress/index.ts';
import { announce, copyText } from '../../reader/index.ts';
import { currentProgress, keepProgress } from './keep-progress.ts';

const FILE_NAME = 'progress.json';

export class ProgressTools {
  readonly element = document.createElement('details');
  readonly #field = document.createElement('textarea');
  readonly #said = document.createElement('p');

  constructor() {
    const summary = document.createElement('summary');
    summary.textContent = 'Carry your progress to another device';
    const label = document.createElement('label');
    label.textContent = 'Code';
    this.#field.rows = 2;
    this.#field.spellcheck = false;
    label.append(this.#field);
    const file = document.createElement('input');
    file.type = 'file';
    file.accept = '.json,application/json';
    file.addEventListener('change', () => void this.#readFile(file));
    const fileLabel = document.createElement('label');
    fileLabel.append('Read a file ', file);
    const buttons = document.createElement('p');
    buttons.className = 'exercise-actions';
    buttons.append(
      button('Show and copy the code', () => void this.#copy()),
      button('Read the code', () => this.#read(this.#field.value)),
      button('Save as a file', save),
    );
    this.element.append(summary, label, buttons, fileLabel, this.#said);
  }

  async #copy(): Promise<void> {
    this.#field.value = progressCode(currentProgress());
    const isCopied = await copyText(this.#field.value);
    this.#say(isCopied ? 'The code is copied.' : 'Copy the code from the field.');
  }

  async #readFile({ files }: HTMLInputElement): Promise<void> {
    const [file] = files ?? [];
    if (file !== undefined) this.#read(await file.text());
  }

  #read(text: string): void {
    const progress = readProgressCode(text);
    if (progress === undefined) {
      this.#say('That is no code of this book, or a part of it is missing. Nothing was changed.');
      return;
    }
    const isKept = keepProgress(progress);
    const kept = isKept ? '' : ' This device keeps nothing: it will be gone when the page is closed.';
    this.#say(`${progress.size} results were added to those on this device.${kept}`);
  }

  #say(sentence: string): void {
    this.#said.textContent = sentence;
    announce(sentence);
  }
}

function button(text: string, press: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'button';
  made.textContent = text;
  made.addEventListener('click', press);
  return made;
}

function save(): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([progressText(currentProgress())], { type: 'application/json' }));
  link.download = FILE_NAME;
  link.click();
  URL.revokeObjectURL(link.href);
}
