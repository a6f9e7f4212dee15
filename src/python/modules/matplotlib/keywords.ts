/** Keyword arguments of the methods that draw: those that change no data are taken, the rest are refused by name. */
import type { ArgumentsOf } from '../../objects/callables.ts';
import { PyDict } from '../../objects/dict.ts';
import type { Members } from '../../objects/members.ts';
import type { Value } from '../../objects/object.ts';
import { Refusal } from '../../refusal.ts';

/** They say how a mark looks; the book's figures have a look of their own. */
const LOOK = new Set(
  [
    'alpha antialiased backgroundcolor clip_on cmap color dashes edgecolor edgecolors facecolor facecolors family font',
    'fontfamily fontsize fontstyle fontweight frameon ha horizontalalignment labelpad linewidth linewidths lw',
    'markeredgecolor markeredgewidth markerfacecolor markersize mec mew mfc ms ncol ncols pad picker rasterized rotation s',
    'shadow size style title_fontsize va verticalalignment weight zorder',
  ]
    .join(' ')
    .split(' '),
);

type Define<Self extends Value> = {
  /** As `Members.method`, with further keyword arguments. */
  method<const S extends string>(
    name: string,
    signature: S,
    body: (self: Self, ...args: ArgumentsOf<S>) => Value,
  ): Define<Self>;
};

/** Methods that take keyword arguments beside those of their signatures. */
export function withLook<Self extends Value>(on: Members<Self>): Define<Self> {
  const define: Define<Self> = {
    method: (name, signature, body) => {
      const run = body as unknown as (self: Self, ...args: Value[]) => Value;
      on.method(name, `${signature}, **more` as string, (self: Self, ...args: Value[]) => {
        const more = args.at(-1) ?? null;
        for (const key of more instanceof PyDict ? more.keys() : [])
          if (!LOOK.has(String(key)))
            throw new Refusal(`Axes.${name}(${String(key)}=) is not part of this book's matplotlib`);
        return run(self, ...args.slice(0, -1));
      });
      return define;
    },
  };
  return define;
}
