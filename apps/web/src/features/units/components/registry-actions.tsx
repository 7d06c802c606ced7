import { Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import { paths } from '../../../config/paths.js';
import { useSession } from '../../../lib/queries/get-session.js';
import { useUnitsWords } from '../units-words.js';

/** For leadership and administrators alone: the server refuses everybody else. */
export function RegistryActions() {
  const t = useUnitsWords();
  const { role, actor } = useSession();
  if (role !== 'leadership' && actor.post !== 'administrator') return null;
  return (
    <Group gap="xs">
      <Button component={Link} to={paths.reorganisations} variant="default">
        {t('reorganisations')}
      </Button>
      <Button component={Link} to={paths.recordChange} variant="default">
        {t('record')}
      </Button>
    </Group>
  );
}
