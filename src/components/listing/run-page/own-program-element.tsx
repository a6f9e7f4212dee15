/** `<own-program>`: the page for readers' own programs, which is nothing without a script. */
import { createRoot, type Root } from 'react-dom/client';
import type { ListingData } from '../listing-data.ts';
import { OwnProgram } from './OwnProgram.tsx';

class OwnProgramElement extends HTMLElement {
  #root: Root | undefined;

  connectedCallback(): void {
    const { program = '', folder = '' } = this.dataset;
    const data: ListingData = JSON.parse(program);
    this.#root ??= createRoot(this);
    this.#root.render(<OwnProgram data={data} folder={folder} />);
  }
}

customElements.define('own-program', OwnProgramElement);
