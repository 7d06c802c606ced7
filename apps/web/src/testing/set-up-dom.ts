import '@testing-library/jest-dom/jest-globals';
import { configure } from '@testing-library/react';
import { webcrypto } from 'node:crypto';

/** Screens load with their first use, which takes a moment on a busy machine. */
configure({ asyncUtilTimeout: 10_000 });

/** What browsers have and jsdom lacks, as far as the screens use it. */
class ResizeObserverOfTests {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

class EventSourceOfTests extends EventTarget {
  close(): void {}
}

Object.assign(globalThis, { ResizeObserver: ResizeObserverOfTests, EventSource: EventSourceOfTests });
Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true });
Object.defineProperty(window, 'matchMedia', {
  value: (query: string) => ({
    matches: false,
    media: query,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
  }),
});
Element.prototype.scrollIntoView = () => undefined;
Element.prototype.scrollTo = () => undefined;
window.scrollTo = () => undefined;
