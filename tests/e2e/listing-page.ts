/** A listing as a reader finds it: by what it is called and what its parts are for. */
import type { Locator, Page } from '@playwright/test';
import { theSection } from './site.ts';

export type Listing = {
  /** The figure with both programs. */
  readonly figure: Locator;
  /** The program that is shown first. */
  readonly program: Locator;
  /** The link of a line, by its number. */
  readonly line: (number: number) => Locator;
  /** The note beside or below a line, by its title. */
  readonly note: (title: string | RegExp) => Locator;
  /** "Line 9, step 5 of 17". */
  readonly status: Locator;
  readonly console: Locator;
  readonly button: (name: string | RegExp) => Locator;
  readonly tab: (name: string) => Locator;
};

/** Opens the section, perhaps at a line, and goes to the listing with the program `file`. */
export async function openListing(page: Page, file = 'matrix_vector.py', hash = ''): Promise<Listing> {
  await page.goto(`${theSection().url}${hash}`);
  const listing = listingOn(page, file);
  await listing.figure.scrollIntoViewIfNeeded();
  await listing.figure.evaluate(comeToRest);
  return listing;
}

export function listingOn(page: Page, file: string): Listing {
  const figure = page.getByRole('figure').filter({ has: page.getByText(file, { exact: true }) });
  const program = figure.getByRole('group', { name: file, exact: true });
  return {
    figure,
    program,
    line: (number) => program.getByRole('link', { name: new RegExp(`^Line ${number}(:|$)`) }),
    note: (title) => program.getByRole('group', { name: title }),
    status: program.getByRole('status').last(),
    console: program.getByRole('region', { name: `What ${file} prints` }),
    button: (name) => program.getByRole('button', { name }),
    tab: (name) => figure.getByRole('radio', { name }),
  };
}

/** Runs in the page: waits until what lies around the element has been laid out. */
async function comeToRest(element: Element): Promise<void> {
  let [top, still] = [Number.NaN, 0];
  while (still < 10) {
    await new Promise(requestAnimationFrame);
    const now = element.getBoundingClientRect().top;
    still = now === top ? still + 1 : 0;
    top = now;
  }
}

/** The text of a region that a reader can see or hear: what has not been printed yet is neither. */
export async function heardText(region: Locator): Promise<string> {
  return region.evaluate((element) => {
    const copy = element.cloneNode(true) as Element;
    for (const hidden of copy.querySelectorAll('[aria-hidden="true"]')) hidden.remove();
    return copy.textContent;
  });
}
