/** Brings the figure of the front page to life: draws what the build drew, from the same data. */
import { hydrateRoot } from 'react-dom/client';
import { FrontLine } from './FrontLine.tsx';

export function bringToLife(element: HTMLElement): void {
  const program = JSON.parse(element.dataset['program'] ?? '');
  hydrateRoot(element, <FrontLine program={program} />, { identifierPrefix: 'front' });
}
