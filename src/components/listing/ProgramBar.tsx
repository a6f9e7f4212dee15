import { type ReactNode, useState } from 'react';
import { copyText } from '../../reader/index.ts';

interface Props {
  readonly file: string;
  readonly text: string;
  /** The address of the folder with the files to download. */
  readonly folder: string;
  readonly tabIndex: -1 | undefined;
  readonly children?: ReactNode;
}

/** The program's name, and ways to take it along. */
export function ProgramBar({ file, text, folder, tabIndex, children }: Props): ReactNode {
  const [copied, setCopied] = useState<boolean>();
  const notebook = file.replace(/\.py$/, '.ipynb');
  const copy = async () => setCopied(await copyText(text.endsWith('\n') ? text : `${text}\n`));
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
      <a href={`${folder}${file}`} download={file} tabIndex={tabIndex}>
        Download
      </a>
      <a href={`${folder}${notebook}`} download={notebook} tabIndex={tabIndex}>
        Notebook
      </a>
    </div>
  );
}
