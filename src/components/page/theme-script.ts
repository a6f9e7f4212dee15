/**
 * Runs in the head before anything is painted, so that a chosen theme never flashes. It is inline, and the policy
 * allows it by its hash: `themeScriptHash`.
 */
import { createHash } from 'node:crypto';
import { THEME_KEY } from './theme-key.ts';

export const themeScript =
  `try{const t=localStorage.getItem(${JSON.stringify(THEME_KEY)});` +
  `if(t==="light"||t==="dark")document.documentElement.dataset.theme=t}catch{}`;

export const themeScriptHash = `sha256-${createHash('sha256').update(themeScript).digest('base64')}` as const;
