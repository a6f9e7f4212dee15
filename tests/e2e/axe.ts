import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe finds on the page, or in the part of it that a selector names: a line for each rule that is broken.
 * Runs in the page's own frame alone ("legacy mode"): gathering the results of frames in a second page takes
 * seven times as long on a chapter, and no page of the book has a frame before the reader asks for one.
 */
export function axeFaults(page: Page, within?: string): Promise<readonly string[]> {
  return faultsFound(new AxeBuilder({ page }).options(FAULTS_ONLY).withTags(TAGS), within);
}

/** What axe finds of the contrast of text: the only rule whose answer changes with the colours alone. */
export function contrastFaults(page: Page, within?: string): Promise<readonly string[]> {
  return faultsFound(new AxeBuilder({ page }).options(FAULTS_ONLY).withRules('color-contrast'), within);
}

/** What passes is not described: on a chapter that is most of the work. */
const FAULTS_ONLY = { resultTypes: ['violations' as const] };

async function faultsFound(builder: AxeBuilder, within: string | undefined): Promise<readonly string[]> {
  const { violations } = await (within === undefined ? builder : builder.include(within))
    .setLegacyMode(true)
    .analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}
