/** What this device remembers of a reader's way through the book: the parts that were read, and where reading stopped. */
import { recall, remember } from '../../reader/index.ts';

const PLACE = 'stopped at';

/** A part of a section. */
export interface ReadingPlace {
  /** The page's path, which begins at the origin. */
  readonly path: string;
  readonly part: string;
  readonly title: string;
}

/** Returns the ids of the parts of this page that were read. */
export function readParts(): ReadonlySet<string> {
  const kept = parsed(recall(nameOfPage()));
  return new Set(Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : []);
}

export function markRead(part: string): void {
  remember(nameOfPage(), JSON.stringify([...new Set([...readParts(), part])]));
}

export function keepPlace(place: ReadingPlace): void {
  remember(PLACE, JSON.stringify(place));
}

/** Returns where reading stopped; undefined where nothing sound is kept, such as a path of another site. */
export function lastPlace(): ReadingPlace | undefined {
  const kept = parsed(recall(PLACE));
  if (typeof kept !== 'object' || kept === null) return undefined;
  const [path, part, title] = ['path', 'part', 'title'].map((name) => Reflect.get(kept, name));
  const isSound = [path, part, title].every((text) => typeof text === 'string') && /^\/(?!\/)/.test(path);
  return isSound ? { path, part, title } : undefined;
}

const nameOfPage = () => `read ${location.pathname}`;

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
