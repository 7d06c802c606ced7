import { useHotkeys } from '@mantine/hooks';

export interface ReviewKeys {
  step: (by: 1 | -1) => void;
  stepRow: (by: 1 | -1) => void;
  accept: () => void;
  choose: (position: number) => void;
  edit: () => void;
  split: () => void;
  merge: () => void;
  add: () => void;
  remove: () => void;
  undo: () => void;
  redo: () => void;
}

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** Enter on a button or a link is that button's own; typing in a field is typing. */
function isTaken({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('input, textarea, select, [role="dialog"], [role="menu"], [contenteditable="true"]')) return true;
  return key === 'Enter' && target.closest('a, button, summary') !== null;
}

/** The keys of a review: a plan is gone through without touching the mouse. */
export function useReviewKeys(keys: ReviewKeys, enabled: boolean): void {
  const when = (act: () => void) => (event: KeyboardEvent) => {
    if (!enabled || isTaken(event)) return;
    event.preventDefault();
    act();
  };
  const key = (
    name: string,
    act: () => void,
  ): [string, (event: KeyboardEvent) => void, { preventDefault: boolean }] => [
    name,
    when(act),
    { preventDefault: false },
  ];
  useHotkeys(
    [
      key('j', () => keys.step(1)),
      key('k', () => keys.step(-1)),
      key('shift+j', () => keys.stepRow(1)),
      key('shift+k', () => keys.stepRow(-1)),
      key('Enter', keys.accept),
      key('e', keys.edit),
      key('s', keys.split),
      key('m', keys.merge),
      key('a', keys.add),
      key('Delete', keys.remove),
      key('mod+z', keys.undo),
      key('mod+shift+z', keys.redo),
      key('mod+y', keys.redo),
      ...digits.map((digit, position) => key(digit, () => keys.choose(position))),
    ],
    [],
  );
}
