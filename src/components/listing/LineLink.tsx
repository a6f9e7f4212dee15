import { type MouseEvent, type ReactNode, useContext } from 'react';
import { lineId } from './ids.ts';
import { ProgramContext } from './program-context.ts';

interface Props {
  readonly file: string;
  readonly line: number;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A link to a line of the program around it: it shows that line's panel without leaving the place. */
export function LineLink({ file, line, className, children }: Props): ReactNode {
  const { choose, isEntered } = useContext(ProgramContext);
  const follow = (event: MouseEvent) => {
    event.preventDefault();
    event.stopPropagation();
    choose?.(line);
  };
  return (
    <a
      className={className}
      href={`#${lineId(file, line)}`}
      tabIndex={choose && !isEntered ? -1 : undefined}
      onClick={choose && follow}
    >
      {children}
    </a>
  );
}
