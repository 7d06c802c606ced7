import { useHotkeys } from '@mantine/hooks';

interface ReviewKeys {
  step: (by: 1 | -1) => void;
  accept: () => void;
  choose: (position: number) => void;
  edit: () => void;
}

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** Enter on a button or a link is that button's own; typing in a field is typing. */
function isTaken({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('input, textarea, select, [role="dialog"], [contenteditable="true"]')) return true;
  return key === 'Enter' && target.closest('a, button, summary') !== null;
}

/** The keys of a review: a plan is gone through without touching the mouse. */
export function useReviewKeys(keys: ReviewKeys, enabled: boolean): void {
  const when = (act: () => void) => (event: KeyboardEvent) => {
    if (!enabled || isTaken(event)) return;
    event.preventDefault();
    act();
  };
  useHotkeys(
    [
      ['j', when(() => keys.step(1)), { preventDefault: false }],
      ['k', when(() => keys.step(-1)), { preventDefault: false }],
      ['Enter', when(keys.accept), { preventDefault: false }],
      ['e', when(keys.edit), { preventDefault: false }],
      ...digits.map((digit, position): [string, (event: KeyboardEvent) => void, { preventDefault: boolean }] => [
        digit,
        when(() => keys.choose(position)),
        { preventDefault: false },
      ]),
    ],
    [],
  );
}
