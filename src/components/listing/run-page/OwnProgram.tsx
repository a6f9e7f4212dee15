import { type ReactNode, useState } from 'react';
import { usePrinting } from '../../../reader/printing/index.ts';
import type { ListingData } from '../listing-data.ts';
import { Program } from '../Program.tsx';
import { programView } from '../program-view.ts';
import { rootOf } from '../site-address.ts';
import { StartOffer } from './StartOffer.tsx';

interface Props {
  readonly data: ListingData;
  /** The address of this page's folder, as the page writes it. */
  readonly folder: string;
}

/** A program of the reader's own: an editor, and below it what the program prints and holds. */
export function OwnProgram({ data, folder }: Props): ReactNode {
  const [{ references }] = useState(() => programView(data));
  const isPrinting = usePrinting();
  return (
    <div className="figure framed wide listing own-program">
      <Program
        data={data}
        references={references}
        folder={folder}
        isOwn
        isAddressed
        mode={isPrinting ? 'paper' : 'live'}
        isEntered
        offer={(program) => <StartOffer program={program} root={rootOf(folder)} />}
      />
    </div>
  );
}
