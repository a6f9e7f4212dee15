import { type KeyboardEvent, type ReactNode, useContext, useRef, useState } from 'react';
import { type GridView, type SharedMemory, shapeText, type ValueView } from '../../listing/index.ts';
import { type CellProps, Matrix, Vector } from '../../matrix/index.ts';
import { LineLink } from './LineLink.tsx';
import { ProgramContext } from './program-context.ts';

interface Props {
  readonly value: ValueView;
  /** Tells where a number comes from; left out where that cannot be asked. */
  readonly onAsk?: ((cell: number) => void) | undefined;
  /** Whether the strides of an array are said. */
  readonly hasStrides?: boolean;
}

/** A value of an execution state: a grid drawn as everywhere in the book, or a line of text. */
export function Value({ value, onAsk, hasStrides = false }: Props): ReactNode {
  const { name, badge, hue, line, memory, stride } = value;
  const { file } = useContext(ProgramContext);
  return (
    <div className="value" data-shared={memory && true}>
      <code data-hue={hue}>{name}</code>
      {value.kind === 'text' ? (
        <>
          <TextNumber value={value} onAsk={onAsk} />
          <span className="matrix-shape">{badge}</span>
        </>
      ) : (
        <Grid value={value} onAsk={onAsk} />
      )}
      {memory && <MemoryMark name={name} memory={memory} />}
      {hasStrides && stride && <Strides stride={stride} />}
      {line !== undefined && (
        <LineLink className="value-from" file={file} line={line}>
          {`line ${line}`}
        </LineLink>
      )}
    </div>
  );
}

/** The same mark for all variables that look into one memory. */
function MemoryMark({ name, memory }: { readonly name: string; readonly memory: SharedMemory }): ReactNode {
  const others = memory.names.filter((other) => other !== name);
  return (
    <span className="memory-mark">
      memory of <b>{memory.owner}</b>
      <span className="visually-hidden">{`, shared with ${others.join(', ')}`}</span>
    </span>
  );
}

/** For each axis how many elements further its next entry is, in memory. */
function Strides({ stride }: { readonly stride: readonly number[] }): ReactNode {
  return (
    <span className="strides">
      {`strides ${shapeText(stride)}`}
      <span className="visually-hidden">, in elements</span>
    </span>
  );
}

function TextNumber({
  value,
  onAsk,
}: { readonly value: ValueView & { kind: 'text' } } & Pick<Props, 'onAsk'>) {
  const { isEntered } = useContext(ProgramContext);
  const ask = onAsk && (() => onAsk(0));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keyboard asks by reaching it.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard asks by reaching it.
    <span
      className="value-text"
      data-hue={value.hue}
      data-changed={value.changed}
      tabIndex={ask && (isEntered ? 0 : -1)}
      onClick={ask}
      onFocus={ask}
    >
      {value.text}
    </span>
  );
}

const MOVES = new Map<string, readonly [rows: number, columns: number]>([
  ['ArrowUp', [-1, 0]],
  ['ArrowDown', [1, 0]],
  ['ArrowLeft', [0, -1]],
  ['ArrowRight', [0, 1]],
]);

/** Among the cells of one value the Tab key stops at the one used last, at first the first that is marked; arrow keys go on. */
function Grid({ value, onAsk }: { readonly value: GridView } & Pick<Props, 'onAsk'>) {
  const { name, badge, hue, cells, marks, rowNames, columnNames } = value;
  const marked = marks?.flat().findIndex((mark) => mark !== undefined) ?? -1;
  const [used, setUsed] = useState<number>();
  const { isEntered } = useContext(ProgramContext);
  const elements = useRef(new Map<number, HTMLElement>());
  const width = cells[0]?.length ?? 0;
  const shared = { shape: badge, label: `${name}, ${badge}`, ...(hue && { hue }) };
  const stop = used !== undefined && used < width * cells.length ? used : Math.max(0, marked);
  const goTo = (row: number, column: number, event: KeyboardEvent) => {
    if (row < 0 || row >= cells.length || column < 0 || column >= width) return;
    event.preventDefault();
    elements.current.get(row * width + column)?.focus({ preventScroll: true });
  };
  const cellProps = (row: number, column: number): CellProps => {
    const cell = row * width + column;
    if (onAsk === undefined) return {};
    return {
      ref: (element) => {
        if (element) elements.current.set(cell, element);
        else elements.current.delete(cell);
      },
      tabIndex: cell === stop && isEntered ? 0 : -1,
      onClick: (event) => event.currentTarget.focus({ preventScroll: true }),
      onFocus: () => {
        setUsed(cell);
        onAsk(cell);
      },
      onKeyDown: (event) => {
        const move = MOVES.get(event.key);
        if (move) goTo(row + move[0], column + move[1], event);
      },
    };
  };
  const live = onAsk && { cellProps };
  return value.vector ? (
    <Vector
      {...shared}
      as="row"
      cells={cells[0] ?? []}
      mark={(k) => marks?.[0]?.[k]}
      {...(columnNames && { names: columnNames })}
      {...(live && { cellProps: (k: number) => cellProps(0, k) })}
    />
  ) : (
    <Matrix
      {...shared}
      cells={cells}
      mark={(i, j) => marks?.[i]?.[j]}
      {...(rowNames && { rowNames })}
      {...(columnNames && { columnNames })}
      {...live}
    />
  );
}
