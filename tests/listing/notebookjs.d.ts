declare module 'notebookjs' {
  /** What of an element of its page these tests read. */
  interface Rendered {
    readonly textContent: string | null;
    querySelectorAll(selector: string): Iterable<Rendered>;
  }
  export function parse(notebook: unknown): { render(): Rendered };
}
