/**
 * The script in the head that runs before anything is painted, so that a chosen theme never flashes. It is inline, and the
 * build allows it by its hash. It makes the key as `storageKey` does, which it cannot import.
 */
import { THEME } from './theme-name.ts';

const KEY =
  `[f('meta[property="og:site_name"]')?.content??"",` +
  `new URL(".",f('link[rel="icon"]')?.href??location.href).pathname,"${THEME}"].join(" ")`;

export const themeScript =
  `try{const f=s=>document.querySelector(s),t=localStorage.getItem(${KEY});` +
  `if(t==="light"||t==="dark")document.documentElement.dataset.theme=t}catch{}`;
