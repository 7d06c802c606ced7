import { Alert } from '@mantine/core';
import { IconFileAlert } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';

import { paths } from '../../../config/paths.js';
import { ApiError, wordsOfError } from '../../../lib/api-error.js';
import { useSay } from '../../../lib/i18n/i18n.js';
import { usePlansWords } from '../plans-words.js';

/** Why a file was not taken; the same file a second time leads to the plan that it became. */
export function ImportRefusal({ error, fileName }: { error: unknown; fileName: string }) {
  const t = usePlansWords();
  const say = useSay();
  const planId = error instanceof ApiError && error.code === 'DUPLICATE_FILE' ? error.details.planId : null;
  return (
    <Alert
      role="alert"
      mt="md"
      color={typeof planId === 'string' ? 'amber' : 'red'}
      icon={<IconFileAlert size={18} />}
      title={t('refused', { name: fileName })}
    >
      <p style={{ margin: 0 }}>{say(wordsOfError(error))}</p>
      {typeof planId === 'string' && (
        <Link to={paths.plan} params={{ planId }}>
          {t('openExisting')}
        </Link>
      )}
    </Alert>
  );
}
