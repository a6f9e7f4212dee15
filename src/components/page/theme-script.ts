/**
 * The script in the head that runs before anything is painted, so that a chosen theme never flashes. It is inline, and the
 * build allows it by its hash. In a frame the address may say the theme, and the one library whose words are shown:
 * `/embed/dot/?theme=dark&library=torch`. It makes the key as `storageKey` does, which it cannot import.
 */
import { THEME } from './theme-name.ts';

const KEY =
  `[f('meta[property="og:site_name"]')?.content??"",` +
  `new URL(".",f('link[rel="icon"]')?.href??location.href).pathname,"${THEME}"].join(" ")`;

export const themeScript =
  `{const d=document.documentElement,p=new URLSearchParams(d.classList.contains("embed")?location.search:""),` +
  `q=p.get("theme"),l=p.get("library");` +
  `if(l==="numpy"||l==="torch")d.dataset.library=l;` +
  `if(q==="light"||q==="dark")d.dataset.theme=q;` +
  `else try{const f=s=>document.querySelector(s),t=localStorage.getItem(${KEY});` +
  `if(t==="light"||t==="dark")d.dataset.theme=t}catch{}}`;
