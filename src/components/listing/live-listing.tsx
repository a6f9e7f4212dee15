/** Brings a listing to life: draws what the build drew with the same components, from the same data. */
import type { ReactNode } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { Awake } from '../alive/Awake.tsx';
import { showFailed } from './failed-listing.ts';
import { Listing } from './Listing.tsx';
import type { ListingData, ListingSettings, ProgramView } from './listing-data.ts';
import { prepareChange } from './live/prepare-change.ts';
import { programView } from './program-view.ts';

/**
 * Resolves once the listing in `element` answers. An error in a component, then or later, leaves the listing as it was built.
 *
 * @throws {Error} where its data cannot be fetched; the listing is then as it was
 */
export async function bringToLife(element: HTMLElement, settings: ListingSettings): Promise<void> {
  const programs = await fetchPrograms(settings);
  const built = element.innerHTML;
  await new Promise<void>((resolve) => {
    const root = hydrateRoot(element, drawn(settings, programs, resolve), {
      identifierPrefix: settings.name,
      onUncaughtError: (error) => {
        reportError(error);
        resolve();
        // React is still drawing: it empties the element itself, and must be done with it first.
        queueMicrotask(() => {
          root.unmount();
          showFailed(element, built);
        });
      },
    });
  });
  prepareChange();
}

/** The same in an element that is empty: on a page that shows the listing alone. */
export async function drawAlone(element: HTMLElement, settings: ListingSettings): Promise<void> {
  const programs = await fetchPrograms(settings);
  await new Promise<void>((resolve) => {
    createRoot(element).render(drawn(settings, programs, resolve));
  });
}

async function fetchPrograms({ folder, files }: ListingSettings): Promise<ProgramView[]> {
  const data = await Promise.all(files.map((file) => fetchProgram(`${folder}${file}`)));
  return data.map((program) => programView(program));
}

function drawn(settings: ListingSettings, programs: readonly ProgramView[], onAwake: () => void): ReactNode {
  return (
    <Awake onAwake={onAwake}>
      <Listing settings={settings} programs={programs} />
    </Awake>
  );
}

async function fetchProgram(address: string): Promise<ListingData> {
  const response = await fetch(`${address.replace(/\.py$/, '')}.json`);
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return response.json();
}
