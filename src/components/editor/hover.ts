/** Tells, where the pointer rests on a name, what it is and what it held when the program last ran. */
import type { Extension } from '@codemirror/state';
import { type EditorView, hoverTooltip } from '@codemirror/view';
import type { ProgramKnowledge } from './knowledge.ts';

export function hoverFrom(knowledge: () => ProgramKnowledge): Extension {
  return hoverTooltip((view, position) => {
    const word = wordAt(view, position);
    if (word === undefined) return null;
    const told = tell(word.text, knowledge());
    if (told === undefined) return null;
    return {
      pos: word.from,
      end: word.to,
      above: true,
      create: () => {
        const dom = document.createElement('div');
        dom.className = 'told';
        dom.textContent = told;
        return { dom };
      },
    };
  });
}

/** "x: (3,) float64 [0.8 0.3 0.5]" or "np.dot(a, b): …". */
function tell(name: string, { names, values }: ProgramKnowledge): string | undefined {
  const value = values.find((one) => one.name === name);
  if (value !== undefined) return `${value.name}: ${value.badge}\n${value.text}`;
  const owner = values.find((one) => name.startsWith(`${one.name}.`));
  const member = owner && name.slice(owner.name.length + 1);
  const entry = names.find(
    (one) => one.name === name || (owner !== undefined && one.name.endsWith(`${owner.type}.${member}`)),
  );
  return entry && `${entry.signature}\n${entry.text}`;
}

/** Returns the dotted name around a position, up to the part that the position is in. */
function wordAt(view: EditorView, position: number) {
  const line = view.state.doc.lineAt(position);
  const at = position - line.from;
  const before = /[A-Za-z_][\w.]*$|$/.exec(line.text.slice(0, at))?.[0] ?? '';
  const after = /^\w*/.exec(line.text.slice(at))?.[0] ?? '';
  const text = before + after;
  return text === '' ? undefined : { text, from: position - before.length, to: position + after.length };
}
