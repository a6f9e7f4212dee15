import { type ReactNode, useRef, useState } from 'react';
import { announce, copyText, frameCode } from '../../reader/index.ts';

interface Props {
  readonly file: string;
  /** The address of the page that shows the listing alone, in its present state. */
  readonly address: () => Promise<string>;
  readonly tabIndex: -1 | undefined;
}

/** A button that shows the code of a frame with this listing in its present state. */
export function EmbedOffer({ file, address, tabIndex }: Props): ReactNode {
  const [code, setCode] = useState<string>();
  const button = useRef<HTMLButtonElement>(null);
  const offer = async () => {
    if (code !== undefined) {
      setCode(undefined);
      return;
    }
    const heightPx = button.current?.closest('.listing')?.scrollHeight ?? 0;
    setCode(frameCode(new URL(await address()), file, heightPx));
  };
  const copy = async () => {
    const isCopied = await copyText(code ?? '');
    announce(isCopied ? 'Code copied' : 'Copying is not allowed here; take the code from its field.');
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className="needs-script"
        tabIndex={tabIndex}
        aria-expanded={code !== undefined}
        onClick={offer}
      >
        Embed
      </button>
      {code !== undefined && (
        <span className="embed-offer">
          <textarea
            readOnly
            rows={3}
            aria-label="Code to embed this listing"
            value={code}
            onFocus={({ target }) => target.select()}
          />
          <button type="button" onClick={copy}>
            Copy code
          </button>
        </span>
      )}
    </>
  );
}
