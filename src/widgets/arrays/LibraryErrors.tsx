import type { ReactNode } from 'react';
import type { Raised } from '../../tensor/messages/index.ts';

/**
 * A rule that is broken, and what each library prints; a library that does not refuse is left out. In a frame whose address
 * asks for one library (`?library=torch`) the other's words are hidden where both are there.
 */
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
      <dl data-both={numpy !== undefined && torch !== undefined}>
        {numpy && <Printed library="NumPy" words="numpy" raised={numpy} />}
        {torch && <Printed library="PyTorch" words="torch" raised={torch} />}
      </dl>
    </div>
  );
}

function Printed(props: {
  readonly library: string;
  readonly words: 'numpy' | 'torch';
  readonly raised: Raised;
}): ReactNode {
  const { library, words, raised } = props;
  return (
    <div data-words={words}>
      <dt>{library}</dt>
      <dd>
        <code>{printed(raised)}</code>
      </dd>
    </div>
  );
}

/** Returns the last line of a traceback. */
export function printed({ type, message }: Raised): string {
  return `${type}: ${message}`;
}
