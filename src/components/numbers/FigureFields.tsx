import { memo, type ReactNode, useState } from 'react';
import type { AdjustableFigure, FigureEntry, NumberList } from '../../figures/index.ts';
import type { Literal } from '../../listing/live/index.ts';
import { withMinusSigns } from '../../slots/index.ts';
import { NumberControl } from '../listing/live/NumberControl.tsx';
import { NumberStepper } from '../listing/live/NumberStepper.tsx';
import { ProgramContext } from '../listing/program-context.ts';
import type { SectionNumbers } from './section-numbers.ts';

interface Props {
  readonly figure: AdjustableFigure;
  readonly numbers: NumberList;
  readonly section: SectionNumbers;
}

/** In the panel every number is a stop for the Tab key. */
const CONTEXT = { file: '', choose: undefined, isEntered: true };

/** The entries of an adjustable figure, each a control as the numbers of a program are. Drawn anew where one of them changes. */
export const FigureFields = memo(
  Fields,
  (before, now) =>
    before.figure === now.figure &&
    before.section === now.section &&
    writtenEntries(before) === writtenEntries(now),
);

function writtenEntries({ figure, numbers }: Props): string {
  const texts = new Map(numbers);
  return figure.entries.map(({ key, text }) => texts.get(key) ?? text).join(' ');
}

function Fields({ figure, numbers, section }: Props): ReactNode {
  const [open, setOpen] = useState<{ readonly key: string; readonly byFinger: boolean }>();
  const texts = new Map(numbers);
  const literals = new Map(
    figure.entries.map(
      (entry) => [entry.key, literalOf(figure, entry, texts.get(entry.key) ?? entry.text)] as const,
    ),
  );
  const opened = open && literals.get(open.key);
  return (
    <ProgramContext value={CONTEXT}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset groups the controls of a form. */}
      <div className="figure-fields" role="group" aria-label={figure.name}>
        <code>{figure.name}</code>
        <div className="figure-rows">
          {rowsOf(figure).map((row) => (
            <div key={row[0]?.key}>
              {row.map(({ key }) => {
                const literal = literals.get(key);
                return (
                  literal && (
                    <NumberControl
                      key={key}
                      literal={literal}
                      isChanged={texts.has(key)}
                      isAtHand
                      onTurn={(number, gesture) => section.change(key, number, gesture)}
                      onSettle={() => section.settle()}
                      onOpen={(byFinger) => setOpen({ key, byFinger })}
                    />
                  )
                );
              })}
            </div>
          ))}
        </div>
        {open && opened && (
          <NumberStepper
            key={open.key}
            literal={opened}
            takesFocus={!open.byFinger}
            onTurn={(number) => section.change(open.key, number)}
            onClose={() => setOpen(undefined)}
          />
        )}
        <small>{withMinusSigns(`${figure.minimum} to ${figure.maximum}`)}</small>
      </div>
    </ProgramContext>
  );
}

/** Entries whose last place is 0 begin a row. */
function rowsOf({ entries }: AdjustableFigure): (readonly FigureEntry[])[] {
  const rows: FigureEntry[][] = [];
  for (const entry of entries) {
    const last = rows.at(-1);
    if (last === undefined || (entry.places.length > 1 && entry.places.at(-1) === 0)) rows.push([entry]);
    else last.push(entry);
  }
  return rows;
}

/** Returns an entry as the number control of a program takes it, with as many digits as a step needs. */
function literalOf(
  { name, step }: AdjustableFigure,
  { places, from, to }: FigureEntry,
  text: string,
): Literal {
  const decimals = Math.max(decimalsOf(text), decimalsOf(String(step)));
  const value = Number(text);
  return { from, to, line: 1, column: 1, text: value.toFixed(decimals), value, step, name, places };
}

function decimalsOf(number: string): number {
  return number.split('.')[1]?.length ?? 0;
}
