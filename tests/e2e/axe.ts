import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Rules whose answer changes with the colours alone. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** What passes is not described: on a chapter that is most of the work. */
const FAULTS_ONLY = { resultTypes: ['violations' as const] };

/** What axe finds on the page, or in the part of it that a selector names: a line for each rule that is broken. */
export function axeFaults(page: Page, within?: string): Promise<readonly string[]> {
  return faultsFound(inOwnFrame(page).withTags(TAGS), within);
}

/** What axe finds where nothing but the colours has changed since `axeFaults` was asked. */
export function colourFaults(page: Page, within?: string): Promise<readonly string[]> {
  return faultsFound(inOwnFrame(page).withRules(COLOUR_RULES), within);
}

/** What axe finds with the frames of other sites in it. */
export function axeFaultsInFrames(page: Page, within?: string): Promise<readonly string[]> {
  return faultsFound(new AxeBuilder({ page }).options(FAULTS_ONLY).withTags(TAGS), within);
}

/**
 * Axe in the page's own frame ("legacy mode"): gathering the results of frames in a second page takes seven times as long on
 * a chapter, and no page of the book has a frame before the reader asks for one.
 */
function inOwnFrame(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).options(FAULTS_ONLY).setLegacyMode(true);
}

async function faultsFound(builder: AxeBuilder, within: string | undefined): Promise<readonly string[]> {
  const { violations } = await (within === undefined ? builder : builder.include(within)).analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}
