import type { ReactNode } from 'react';

import classes from './entry-list.module.css';

/** A short list of things that each have a name, a line about them and something to do. */
export function EntryList({ children }: { children: ReactNode }) {
  return <ul className={classes.list}>{children}</ul>;
}

interface EntryProps {
  name: string;
  /** A line at full strength under the name. */
  what?: ReactNode;
  /** The last, quiet line. */
  about: ReactNode;
  /** State and buttons at the end. */
  children?: ReactNode;
}

export function Entry({ name, what, about, children }: EntryProps) {
  return (
    <li className={classes.entry}>
      <div className={classes.words}>
        <strong>{name}</strong>
        {what && <span>{what}</span>}
        <span className={classes.about}>{about}</span>
      </div>
      {children}
    </li>
  );
}
