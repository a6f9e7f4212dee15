/** Keeps the theme control, the page and this device's memory in step, also across open tabs. */

import { THEME_KEY } from './theme-key.ts';

const THEMES = ['system', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

function themeNamed(name: string | null): Theme {
  return THEMES.find((theme) => theme === name) ?? 'system';
}

function remembered(): Theme {
  try {
    return themeNamed(localStorage.getItem(THEME_KEY));
  } catch {
    return 'system'; // storage is switched off
  }
}

function remember(theme: Theme): void {
  try {
    if (theme === 'system') localStorage.removeItem(THEME_KEY);
    else localStorage.setItem(THEME_KEY, theme);
  } catch {
    // The choice then holds for this page alone.
  }
}

function show(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

export function offerThemeChoice(): void {
  const select = document.querySelector<HTMLSelectElement>('[data-theme-choice] select');
  if (!select) return;
  select.value = remembered();
  select.addEventListener('change', () => {
    const theme = themeNamed(select.value);
    remember(theme);
    show(theme);
  });
  addEventListener('storage', (event) => {
    if (event.key !== THEME_KEY) return;
    select.value = themeNamed(event.newValue);
    show(themeNamed(event.newValue));
  });
}
