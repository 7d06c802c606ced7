import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import { EmptyState } from '../components/ui/states.js';
import { paths } from '../config/paths.js';
import { useCommonWords } from '../lib/i18n/common-words.js';

export function NotFoundPage() {
  const t = useCommonWords();
  return (
    <EmptyState
      title={t('notFoundPage')}
      hint={t('notFoundPageHint')}
      action={
        <Anchor component={Link} to={paths.home} underline="always">
          {t('toHome')}
        </Anchor>
      }
    />
  );
}
