import { useCallback, useRef, useState } from 'react';

const prefix = 'phancong.draft.';

function readDraft(name: string): unknown {
  try {
    const stored = sessionStorage.getItem(prefix + name);
    return stored === null ? null : JSON.parse(stored);
  } catch {
    return null;
  }
}

/**
 * State of a typed form that survives a reload and an ended session: kept in sessionStorage under its name until
 * `forget` is called. The value must be plain JSON; files cannot be kept by a browser and are chosen again.
 */
export function useDraft<Value>(name: string, initial: Value): [Value, (next: Value) => void, () => void] {
  const first = useRef(initial);
  const [value, setValue] = useState<Value>(() => (readDraft(name) as Value | null) ?? initial);
  const change = useCallback(
    (next: Value) => {
      setValue(next);
      sessionStorage.setItem(prefix + name, JSON.stringify(next));
    },
    [name],
  );
  const forget = useCallback(() => {
    sessionStorage.removeItem(prefix + name);
    setValue(first.current);
  }, [name]);
  return [value, change, forget];
}
