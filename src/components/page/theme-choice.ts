/** Keeps the theme control, the page and this device's memory in step, also across open tabs. */
import { forget, onRemembered, recall, remember } from '../../reader/index.ts';
import { THEME } from './theme-name.ts';

const THEMES = ['system', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

function themeNamed(name: string | undefined): Theme {
  return THEMES.find((theme) => theme === name) ?? 'system';
}

function show(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

export function offerThemeChoice(): void {
  const select = document.querySelector<HTMLSelectElement>('[data-theme-choice] select');
  if (!select) return;
  select.value = themeNamed(recall(THEME));
  select.addEventListener('change', () => {
    const theme = themeNamed(select.value);
    if (theme === 'system') forget(THEME);
    else remember(THEME, theme);
    show(theme);
  });
  onRemembered(THEME, (name) => {
    select.value = themeNamed(name);
    show(themeNamed(name));
  });
}
