declare namespace App {
  interface Locals {
    /** The section whose page is being rendered; absent on other pages. */
    section?: import('./book/index.ts').Section;
  }
}
