/** Draws the panel and the bar, and leads from a number of the text to where it comes from. */
import { createRef } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { SectionFigures } from '../../figures/index.ts';
import { announce } from '../../reader/index.ts';
import { numberAt, numbersAt, type PointedNumber } from './asked-at.ts';
import { blocksInView } from './in-view.ts';
import { ChangedNumbers } from './NumbersBar.tsx';
import { NumbersPanel } from './NumbersPanel.tsx';
import { SectionNumbers } from './section-numbers.ts';

/** What the page does with the section's numbers once they were fetched. */
export interface OpenNumbers {
  /** Shows the panel and moves the focus into it; closing gives it back to `from`. */
  readonly open: (from: HTMLElement) => void;
  /** Asks about the number at a point in the element of a place; opens the panel where there is one. */
  readonly askAt: (element: Element, point: { readonly x: number; readonly y: number }) => void;
}

/**
 * Resolves once the section's numbers can be changed.
 *
 * @param address of the section's figures
 * @throws {Error} where they cannot be fetched; the page is then as it was
 */
export async function openNumbers(address: string): Promise<OpenNumbers> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  const data: SectionFigures = await response.json();
  const section = new SectionNumbers(data, `numbers ${address}`);
  const box = document.createElement('aside');
  box.className = 'numbers';
  box.setAttribute('aria-label', 'Your numbers');
  document.body.append(box);
  const root = createRoot(box);
  const heading = createRef<HTMLHeadingElement>();
  let cameFrom: HTMLElement | undefined;
  let at: PointedNumber | undefined;

  const draw = (isOpen: boolean) =>
    root.render(
      <NumbersPanel
        section={section}
        isOpen={isOpen}
        heading={heading}
        onClose={() => {
          pointAt(undefined);
          section.forgetAsked();
          draw(false);
          cameFrom?.focus();
        }}
        onOpen={() => open(document.body)}
        onWalk={walk}
      />,
    );
  const open = (from: HTMLElement) => {
    cameFrom = from;
    flushSync(() => draw(true));
    heading.current?.focus();
  };
  const pointAt = (number: PointedNumber | undefined) => {
    at?.element.removeAttribute('data-asked');
    at = number;
    number?.element.setAttribute('data-asked', '');
  };
  const ask = async (number: PointedNumber) => {
    pointAt(number);
    await section.ask(number.slot, number.cell);
  };
  const walk = async (by: 1 | -1) => {
    const next = nextNumber(section, at, by);
    if (next === undefined) return;
    next.element.scrollIntoView({ block: 'center', behavior: 'instant' });
    await ask(next);
    const { origin } = section.state().asked ?? {};
    if (origin !== undefined) announce(`${origin.label} is ${origin.value}`);
  };

  draw(false);
  showOnPaper(section);
  await section.start();
  return {
    open,
    askAt: (element, point) => {
      const number = numberAt(section, Number(element.getAttribute('data-n')), point);
      if (number === undefined) return;
      const focused = document.activeElement;
      cameFrom = focused instanceof HTMLElement ? focused : undefined;
      draw(true);
      void ask(number);
    },
  };
}

/** Returns the number of the text after or before the one at hand; at first the first in view. */
function nextNumber(
  section: SectionNumbers,
  at: PointedNumber | undefined,
  by: 1 | -1,
): PointedNumber | undefined {
  const places = [...document.querySelectorAll<HTMLElement>('[data-n]')];
  const numberOf = (place: Element) => Number(place.getAttribute('data-n'));
  const here = at?.element.closest('[data-n]') ?? firstPieceOf(at?.element, section);
  const start =
    here === undefined || here === null
      ? places.indexOf(
          blocksInView().flatMap((block) => [...block.querySelectorAll<HTMLElement>('[data-n]')])[0] ??
            document.body,
        )
      : places.findIndex((place) => numberOf(place) === numberOf(here));
  if (here !== undefined && here !== null && at !== undefined) {
    const own = numbersAt(section, numberOf(here));
    const k = own.findIndex(({ slot, element }) => element === at.element || slot === at.slot);
    const sibling = own[k + by];
    if (k >= 0 && sibling !== undefined) return sibling;
  }
  const first = here === undefined || here === null ? start : start + by;
  for (let k = first; k >= 0 && k < places.length; k += by) {
    const place = places[k];
    const found = place === undefined ? [] : numbersAt(section, numberOf(place));
    if (found.length > 0) return by > 0 ? found[0] : found.at(-1);
  }
  return undefined;
}

/** A formula that is broken into pieces carries its number on the first. */
function firstPieceOf(element: Element | undefined, section: SectionNumbers): Element | undefined {
  const piece = element?.closest('math');
  if (piece === null || piece === undefined) return undefined;
  for (const number of section.data.places.keys()) {
    const elements = section.places.placeAt(number)?.elements;
    if (elements?.includes(piece)) return elements[0];
  }
  return undefined;
}

/** On paper the changes stand under the title. */
function showOnPaper(section: SectionNumbers): void {
  const lede = document.querySelector('.lede');
  if (lede === null) return;
  const box = document.createElement('div');
  box.className = 'numbers-on-paper';
  lede.after(box);
  const root = createRoot(box);
  section.subscribe(() => {
    const { numbers } = section.state();
    root.render(numbers.length > 0 && <ChangedNumbers numbers={numbers} entries={section.entries} />);
  });
}
