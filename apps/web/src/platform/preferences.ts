import type { Language } from './words';

export type Theme = 'system' | 'light' | 'dark';

// The same keys are read by public/first-paint.js.
const languageKey = 'caseboard.language';
const themeKey = 'caseboard.theme';

/** The language last chosen on this device, else the browser's; the signed-in person's own choice wins over both. */
export function storedLanguage(): Language {
  const stored = read(languageKey) ?? navigator.language;
  return /^zh/i.test(stored) ? 'zh' : 'en';
}

/** Sets the language of the document and remembers it for the next first paint. */
export function applyLanguage(language: Language): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  write(languageKey, language);
}

/** Light and dark are named on <html>; `system` leaves it to the browser. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  write(themeKey, theme);
}

export function storedTheme(): Theme {
  const stored = read(themeKey);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

/** A small choice of this person on this device, such as the columns of a table. Never the only place of anything. */
export function remember(key: string, value: string | null): void {
  write(`caseboard.${key}`, value);
}

export function remembered(key: string): string | null {
  return read(`caseboard.${key}`);
}

// Storage may be forbidden or full: then choices last as long as the page.
function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    return;
  }
}
