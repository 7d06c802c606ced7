import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useId } from 'react';

import classes from './sheet.module.css';

interface SheetProps {
  title?: ReactNode;
  /** Right of the title: a count, a button. */
  aside?: ReactNode;
  /** Without inner space, for tables and lists that reach the edges. */
  flush?: boolean;
  children: ReactNode;
}

/** A sheet of paper on the page: one subject with its title. */
export function Sheet({ title, aside, flush = false, children }: SheetProps) {
  const id = useId();
  return (
    <section className={classes.sheet} aria-labelledby={title ? id : undefined}>
      {title && (
        <div className={classes.head}>
          <Title order={2} id={id}>
            {title}
          </Title>
          {aside}
        </div>
      )}
      <div className={classes.body} data-flush={flush || undefined}>
        {children}
      </div>
    </section>
  );
}
