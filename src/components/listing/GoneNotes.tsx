import type { ReactNode } from 'react';
import type { NoteView } from '../../listing/index.ts';
import { Filled } from './Filled.tsx';

/** The notes whose lines a reader has taken away. */
export function GoneNotes({ notes }: { readonly notes: readonly NoteView[] }): ReactNode {
  if (notes.length === 0) return null;
  return (
    <div className="gone-notes">
      {notes.map(({ marker, title }) => (
        <p key={marker}>
          <Filled nodes={title} /> <span className="note-status">This line is gone.</span>
        </p>
      ))}
    </div>
  );
}
