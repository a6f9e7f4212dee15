/** What a plain compiler sees of a component; `astro check` reads the files themselves. */
declare module '*.astro' {
  const component: import('astro/runtime/server/index.js').AstroComponentFactory;
  export default component;
}

declare namespace App {
  interface Locals {
    /** The section whose page is being rendered; absent on other pages. */
    section?: import('./book/index.ts').Section;
    /** What the page has shown already. */
    mentions?: import('./components/listing/first-mentions.ts').FirstMentions;
  }
}
