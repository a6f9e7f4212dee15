/** Where in a formula a negative value needs brackets. */
import type { Guard } from '../../slots/index.ts';
import type { TexCommand } from './tex-commands.ts';

/** What may stand between a sign and the value after it: spaces, the brace of a hue or of a group, the mark of a column. */
const BETWEEN = /(?:[\s&]|\\[,;:!]|\\c[xwbza]\s*\{|(?<![A-Za-z^_\]])\{)+$/;
const SIGN = /(?:[-+*]|\\(?:cdot|times|pm|mp))$/;

/** Returns why the value of a slot needs brackets when it is negative; undefined where it never does. */
export function guardOf(tex: string, { start, end }: Pick<TexCommand, 'start' | 'end'>): Guard | undefined {
  const before = tex.slice(0, start);
  const [between = ''] = BETWEEN.exec(before) ?? [];
  const opened = between.split('{').length - 1;
  const closed = new RegExp(`^(?:\\s*\\}){0,${opened}}\\s*`).exec(tex.slice(end))?.[0] ?? '';
  if (tex.startsWith('^', end + closed.length)) return 'power';
  return SIGN.test(before.slice(0, before.length - between.length)) ? 'sign' : undefined;
}
