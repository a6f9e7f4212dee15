import { macros } from './macros.ts';
import { findCommands, replaceCommands } from './tex-commands.ts';

const names = Object.keys(macros);
const withArgument = names.filter((name) => macros[name]?.plain.includes('#1'));
const symbols = names.filter((name) => !withArgument.includes(name));

/** Returns a formula in LaTeX that any document understands: the book's own commands written out, hues left out. */
export function plainLatex(tex: string): string {
  const uncoloured = removeHues(tex);
  const pattern = new RegExp(`([_^]?)\\\\(${symbols.join('|')})(?![A-Za-z])`, 'g');
  const expanded = uncoloured.replace(pattern, (_, script: string, name: string) => {
    const plain = macros[name]?.plain ?? '';
    return script === '' ? plain : `${script}{${plain}}`;
  });
  return expanded.trim();
}

function removeHues(tex: string): string {
  return replaceCommands(tex, findCommands(tex, withArgument), ({ argument }) => `{${removeHues(argument)}}`)
    .text;
}
