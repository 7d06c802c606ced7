import { UnstyledButton } from '@mantine/core';

import { chooseLanguage, useLanguage } from '../../lib/i18n/i18n.js';
import classes from './language-switch.module.css';

/** Two languages, one press: shows the one that is on. */
export function LanguageSwitch({ onDark = false }: { onDark?: boolean }) {
  const language = useLanguage();
  return (
    <span className={classes.switch} data-on-dark={onDark || undefined} role="group" aria-label="Ngôn ngữ / Language">
      <UnstyledButton
        className={classes.choice}
        lang="vi"
        aria-label="Tiếng Việt"
        aria-pressed={language === 'vi'}
        onClick={() => chooseLanguage('vi')}
      >
        VI
      </UnstyledButton>
      <UnstyledButton
        className={classes.choice}
        lang="en"
        aria-label="English"
        aria-pressed={language === 'en'}
        onClick={() => chooseLanguage('en')}
      >
        EN
      </UnstyledButton>
    </span>
  );
}
