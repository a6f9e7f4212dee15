/** Builds the state of a line when it is first wanted: until then it rests in <noscript>, where it costs nothing. */

/** Puts what an element keeps in its <noscript> in place; false when it has been done before. */
export function unfoldInto(box: Element): boolean {
  const folded = box.querySelector('noscript');
  if (folded === null) return false;
  const template = document.createElement('template');
  template.innerHTML = folded.textContent;
  folded.replaceWith(template.content);
  return true;
}

/** Puts the state that a note keeps in its <noscript> in place. */
export function unfold(note: HTMLElement): void {
  if (!unfoldInto(note)) return;
  const turns = [...note.querySelectorAll<HTMLElement>('.turn')];
  if (turns.length > 1) addScrubber(turns);
  for (const cells of note.querySelectorAll('.value')) firstCell(cells)?.setAttribute('tabindex', '0');
}

/** The first number of a value: the one that the Tab key reaches; arrow keys go on from there. */
function firstCell(value: Element): Element | null {
  return value.querySelector('td[data-mark], tbody td, .value-text');
}

/** One turn of the loop at a time, with a slider to choose it. */
function addScrubber(turns: readonly HTMLElement[]): void {
  const [first] = turns;
  const label = document.createElement('label');
  const slider = document.createElement('input');
  const name = document.createElement('output');
  Object.assign(slider, { type: 'range', min: '0', max: String(turns.length - 1), value: '0' });
  label.className = 'scrubber';
  label.append('Turn ', slider, name);
  first?.before(label);
  slider.addEventListener('input', () => showTurn(turns, Number(slider.value)));
  showTurn(turns, 0);
}

function showTurn(turns: readonly HTMLElement[], chosen: number): void {
  for (const [index, turn] of turns.entries()) turn.classList.toggle('other', index !== chosen);
  const scrubber = turns[0]?.parentElement?.querySelector('.scrubber');
  const name = turns[chosen]?.querySelector('.turn-name')?.textContent ?? `${chosen + 1} of ${turns.length}`;
  const [slider, output] = [scrubber?.querySelector('input'), scrubber?.querySelector('output')];
  if (output) output.textContent = name;
  if (slider) slider.value = String(chosen);
  slider?.setAttribute('aria-valuetext', name);
}

/** Shows the turn that a step is. */
export function showStep(note: HTMLElement, step: number): void {
  const turns = [...note.querySelectorAll<HTMLElement>('.turn')];
  const chosen = turns.findIndex((turn) => turn.dataset['step'] === String(step));
  if (turns.length > 1 && chosen >= 0) showTurn(turns, chosen);
}
