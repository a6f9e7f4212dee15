import { type ReactNode, useState } from 'react';
import { copyText } from '../../reader/index.ts';
import { EmbedOffer } from './EmbedOffer.tsx';
import { downloadText } from './live/download-text.ts';
import { startFromAddress } from './site-address.ts';

interface Props {
  readonly file: string;
  readonly text: string;
  /** Whether the text is another than that of the files in `folder`. */
  readonly isChanged: boolean;
  /** The address of the folder with the files to download. */
  readonly folder: string;
  /** A program of the reader's own has no files, and nothing starts from it. */
  readonly isOwn: boolean;
  readonly tabIndex: -1 | undefined;
  /** The address of the page that shows the listing alone, in its present state; undefined where there is none. */
  readonly embed?: (() => Promise<string>) | undefined;
  readonly children?: ReactNode;
}

/** The program's name, and ways to take it along. */
export function ProgramBar(props: Props): ReactNode {
  const { file, text, isChanged, folder, isOwn, tabIndex, embed, children } = props;
  const [copied, setCopied] = useState<boolean>();
  const notebook = file.replace(/\.py$/, '.ipynb');
  const whole = text.endsWith('\n') ? text : `${text}\n`;
  const copy = async () => setCopied(await copyText(whole));
  return (
    <div className="program-bar">
      <code>{file}</code>
      {children}
      <button
        type="button"
        className="copy needs-script"
        tabIndex={tabIndex}
        onClick={copy}
        onBlur={() => setCopied(undefined)}
      >
        {copied === undefined ? 'Copy' : copied ? 'Copied' : 'Not allowed here'}
      </button>
      {isOwn ? (
        <button type="button" tabIndex={tabIndex} onClick={() => downloadText(file, whole)}>
          Download
        </button>
      ) : (
        <>
          <a
            href={`${folder}${file}`}
            download={file}
            tabIndex={tabIndex}
            onClick={(event) => {
              if (!isChanged) return;
              event.preventDefault();
              downloadText(file, whole);
            }}
          >
            Download
          </a>
          <a href={`${folder}${notebook}`} download={notebook} tabIndex={tabIndex}>
            Notebook
          </a>
          <a className="needs-script" href={startFromAddress(folder, file)} tabIndex={tabIndex}>
            Start from this
          </a>
        </>
      )}
      {embed && <EmbedOffer file={file} address={embed} tabIndex={tabIndex} />}
    </div>
  );
}
