import { type ComponentProps, memo, type ReactNode } from 'react';
import { type CellMark, MARK_WORDS } from './marks.ts';

export type RowProps = {
  readonly name: string | undefined;
  readonly texts: readonly string[];
  readonly marks: readonly (CellMark | undefined)[];
  /** Whether its cells change while the table stays as it is. */
  readonly isSteady: boolean;
  readonly render?: ((text: string, column: number) => ReactNode) | undefined;
  readonly cellProps?: ((column: number) => ComponentProps<'td'>) | undefined;
};

/** A row of a matrix; one that stays the same is not drawn again. */
export const Row = memo(function Row({
  name,
  texts,
  marks,
  isSteady,
  render,
  cellProps,
}: RowProps): ReactNode {
  return (
    <tr>
      {name !== undefined && <th scope="row">{name}</th>}
      {texts.map((text, j) => (
        <Cell
          // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place; cells never move.
          key={j}
          mark={marks[j]}
          isSteady={isSteady}
          isPlain={render === undefined}
          props={cellProps?.(j)}
        >
          {render === undefined ? text : render(text, j)}
        </Cell>
      ))}
    </tr>
  );
}, isSameRow);

function isSameRow(before: RowProps, after: RowProps): boolean {
  return (
    before.name === after.name &&
    before.isSteady === after.isSteady &&
    before.render === after.render &&
    before.cellProps === after.cellProps &&
    isSameList(before.texts, after.texts) &&
    isSameList(before.marks, after.marks)
  );
}

function isSameList(before: readonly unknown[], after: readonly unknown[]): boolean {
  return before.length === after.length && before.every((one, k) => one === after[k]);
}

type CellProps = {
  readonly mark: CellMark | undefined;
  readonly isSteady: boolean;
  /** Whether it holds nothing but text. */
  readonly isPlain: boolean;
  readonly props: ComponentProps<'td'> | undefined;
  readonly children: ReactNode;
};

/** What changes in a cell that may is within an element of fixed size, so that it alone is laid out again. */
const Cell = memo(function Cell({ mark, isSteady, isPlain, props, children }: CellProps): ReactNode {
  // Most cells of a page are numbers without a mark: they need no element of their own.
  if (isPlain && !isSteady && mark === undefined) return <td {...props}>{children}</td>;
  const content = (
    <>
      <span className="matrix-value">{children}</span>
      {mark !== undefined && <span className="matrix-said">{`, ${MARK_WORDS[mark]}`}</span>}
    </>
  );
  if (!isSteady)
    return (
      <td {...props} data-mark={mark}>
        {content}
      </td>
    );
  return (
    <td {...props}>
      <span className="matrix-steady" data-mark={mark}>
        {content}
      </span>
    </td>
  );
});
