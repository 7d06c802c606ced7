import { useEffect, useRef } from 'react';
import type { ChangeEvent } from 'react';

import classes from './mark-box.module.css';

interface MarkBoxProps {
  label: string;
  checked: boolean;
  /** Some of what it stands for is marked. */
  indeterminate?: boolean;
  onChange: (event: ChangeEvent<HTMLInputElement>) => void;
}

/** The box that marks a line: the browser's own, since a list marks thirty of them in one stroke. */
export function MarkBox({ label, checked, indeterminate = false, onChange }: MarkBoxProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = indeterminate;
  }, [indeterminate]);
  return (
    <input ref={box} type="checkbox" className={classes.box} aria-label={label} checked={checked} onChange={onChange} />
  );
}
