/**
 * The page that shows one listing alone: `/embed/listing/?section=/chapter/section/&program=vectors.py`, with a library and a theme if
 * wanted; its fragment names a line or brings a changed program, as in the section.
 */
import { chooseFromAddress } from './alone-choice.ts';
import { showLibrary } from './library.ts';

/** What a build knows of the book's listings. */
export interface KnownListing {
  /** The section's address from the root of the site: `/chapter/section/`. */
  readonly section: string;
  readonly title: string;
  /** The section's address as this page writes it. */
  readonly href: string;
  readonly files: readonly string[];
  readonly caption: string;
}

class ListingAlone extends HTMLElement {
  async connectedCallback(): Promise<void> {
    const known: readonly KnownListing[] = JSON.parse(this.dataset['known'] ?? '[]');
    const query = new URLSearchParams(location.search);
    const listing = chooseFromAddress(known, query);
    if (listing === undefined) return;
    const library = query.get('library');
    if (library !== null) showLibrary(library);
    const source = document.querySelector<HTMLAnchorElement>('.embed-source a');
    if (source) {
      source.href = listing.href;
      source.textContent = listing.title;
    }
    // Only this page may be framed, so what leads out of it opens beside the frame.
    this.addEventListener('click', ({ target }) => {
      const link = target instanceof Element ? target.closest('a') : null;
      if (link && link.pathname !== location.pathname && !link.download) link.target = '_blank';
    });
    const { drawAlone } = await import('./live-listing.tsx');
    await drawAlone(this, {
      name: listing.files[0]?.replace(/\.py$/, '') ?? '',
      caption: listing.caption,
      folder: `${listing.href}listings/`,
      files: listing.files,
      addressed: listing.files,
    });
  }
}

customElements.define('listing-alone', ListingAlone);
