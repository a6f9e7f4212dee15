/** Brings a listing to life: draws what the build drew with the same components, from the same data. */
import { type ReactNode, useEffect } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { Listing } from './Listing.tsx';
import type { ListingData, ListingSettings } from './listing-data.ts';
import { programView } from './program-view.ts';

/**
 * Resolves once the listing in `element` answers.
 *
 * @throws {Error} where its data cannot be fetched; the listing is then as it was
 */
export async function bringToLife(element: HTMLElement, settings: ListingSettings): Promise<void> {
  const { folder, files, name } = settings;
  const data = await Promise.all(files.map((file) => fetchProgram(`${folder}${file}`)));
  const programs = data.map((program) => programView(program));
  await new Promise<void>((resolve) => {
    hydrateRoot(
      element,
      <Awake onAwake={resolve}>
        <Listing settings={settings} programs={programs} />
      </Awake>,
      { identifierPrefix: name },
    );
  });
}

function Awake({
  onAwake,
  children,
}: {
  readonly onAwake: () => void;
  readonly children: ReactNode;
}): ReactNode {
  useEffect(onAwake, [onAwake]);
  return children;
}

async function fetchProgram(address: string): Promise<ListingData> {
  const response = await fetch(`${address.replace(/\.py$/, '')}.json`);
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return response.json();
}
