import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import { paths } from '../../../config/paths.js';
import { useDoorsWords } from '../doors-words.js';

export function ToSignIn() {
  const t = useDoorsWords();
  return (
    <Button component={Link} to={paths.signIn}>
      {t('toSignIn')}
    </Button>
  );
}
