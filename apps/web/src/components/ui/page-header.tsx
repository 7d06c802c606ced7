import { Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';

import classes from './page-header.module.css';

interface PageHeaderProps {
  title: ReactNode;
  /** Small line above the title: where one is. */
  above?: ReactNode;
  /** Quiet line below the title. */
  below?: ReactNode;
  actions?: ReactNode;
}

export function PageHeader({ title, above, below, actions }: PageHeaderProps) {
  useDocumentTitle(typeof title === 'string' ? `${title} · Phân Công` : 'Phân Công');
  return (
    <div className={classes.header}>
      <div className={classes.words}>
        {above && <div className={classes.above}>{above}</div>}
        <Title order={1}>{title}</Title>
        {below && (
          <Text c="dimmed" component="div" mt={2}>
            {below}
          </Text>
        )}
      </div>
      {actions && <div className={classes.actions}>{actions}</div>}
    </div>
  );
}
