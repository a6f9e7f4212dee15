import type { ReactNode } from 'react';
import type { Raised } from '../../tensor/messages/index.ts';

/** A rule that is broken, and what each library prints; a library that does not refuse is left out. */
export function LibraryErrors({
  rule,
  numpy,
  torch,
}: {
  readonly rule: string;
  readonly numpy?: Raised | undefined;
  readonly torch?: Raised | undefined;
}): ReactNode {
  return (
    <div className="mismatch">
      <p>{rule}</p>
      <dl>
        {numpy && <Printed library="NumPy" raised={numpy} />}
        {torch && <Printed library="PyTorch" raised={torch} />}
      </dl>
    </div>
  );
}

function Printed({ library, raised }: { readonly library: string; readonly raised: Raised }): ReactNode {
  return (
    <>
      <dt>{library}</dt>
      <dd>
        <code>{printed(raised)}</code>
      </dd>
    </>
  );
}

/** The last line of a traceback. */
export function printed({ type, message }: Raised): string {
  return `${type}: ${message}`;
}
