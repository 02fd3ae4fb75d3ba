import '@testing-library/jest-dom';
import { cleanup, configure } from '@testing-library/react';

configure({ asyncUtilTimeout: 4000 });

// What jsdom lacks and the product uses.
HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true;
  this.querySelector<HTMLElement>('[autofocus], input, button')?.focus();
};
HTMLDialogElement.prototype.close = function close() {
  this.open = false;
};
window.matchMedia = (query: string) =>
  ({
    matches: false,
    media: query,
    onchange: null,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
    dispatchEvent: () => false,
  }) as MediaQueryList;
window.scrollTo = () => undefined;
Element.prototype.scrollIntoView = () => undefined;
class NoObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
  takeRecords() {
    return [];
  }
}
Object.assign(window, { ResizeObserver: NoObserver, IntersectionObserver: NoObserver });
Object.assign(globalThis, { ResizeObserver: NoObserver, IntersectionObserver: NoObserver });

// A test that makes React or a library complain has found something: it fails with the complaint.
const complaints: string[] = [];
const isKnownNoise = (text: string) => /Not implemented: navigation/.test(text);
for (const level of ['error', 'warn'] as const) {
  console[level] = (...parts: unknown[]) => {
    const text = parts.map(String).join(' ');
    if (!isKnownNoise(text)) complaints.push(`console.${level}: ${text.slice(0, 2000)}`);
  };
}

afterEach(() => {
  cleanup();
  localStorage.clear();
  const found = complaints.splice(0);
  if (found.length > 0) throw new Error(`Unexpected complaints:\n${found.join('\n')}`);
});
