import { useHotkeys } from '@mantine/hooks';

interface ListKeys {
  move: (step: 1 | -1) => void;
  toggle: () => void;
  extend: () => void;
  markAll: () => void;
  clear: () => void;
}

/** The keys of a list of work; typing in a field never triggers them, a focused checkbox does not stop them. */
export function useListKeys(keys: ListKeys, selectable: boolean): void {
  const unlessTyping = (act: () => void) => (event: KeyboardEvent) => {
    const field = event.target instanceof HTMLInputElement && event.target.type !== 'checkbox';
    if (!field) act();
  };
  const marking: [string, (event: KeyboardEvent) => void][] = selectable
    ? [
        ['x', unlessTyping(keys.toggle)],
        ['shift+x', unlessTyping(keys.extend)],
        ['shift+a', unlessTyping(keys.markAll)],
        ['Escape', unlessTyping(keys.clear)],
      ]
    : [];
  useHotkeys(
    [
      ['j', unlessTyping(() => keys.move(1))],
      ['k', unlessTyping(() => keys.move(-1))],
      ['ArrowDown', unlessTyping(() => keys.move(1))],
      ['ArrowUp', unlessTyping(() => keys.move(-1))],
      ...marking,
    ],
    ['TEXTAREA', 'SELECT'],
  );
}
