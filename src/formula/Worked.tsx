import { memo, type ReactNode } from 'react';
import { type Chain, chainWords, type Worked } from '../explain/index.ts';
import { typesetChain } from './typeset-chain.tsx';

/** One line of worked arithmetic, typeset with the quantities in their colours and spoken in words. */
export const WorkedLine = memo(function WorkedLine({ chain }: { readonly chain: Chain }): ReactNode {
  return (
    <p className="formula" role="math" aria-label={chainWords(chain)}>
      {typesetChain(chain)}
    </p>
  );
});

/** Worked arithmetic, a line for each of its chains: the same in listings, widgets and exercises. */
export const WorkedSums = memo(function WorkedSums({
  worked,
  title,
}: {
  readonly worked: readonly Worked[];
  readonly title?: string;
}): ReactNode {
  return (
    <div className="readout">
      {title !== undefined && <p className="readout-title">{title}</p>}
      {worked
        .flatMap(({ lines }) => lines)
        .map((line, k) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place; its text changes while it stays.
          <WorkedLine key={k} chain={line} />
        ))}
    </div>
  );
});
