import { Alert, Text } from '@mantine/core';
import type { PeopleWorkbookRead } from '@phancong/contracts';

import { formatDay } from '../../../lib/dates.js';
import { useGlossary } from '../../../lib/i18n/glossary.js';
import { useLanguage, useSay } from '../../../lib/i18n/i18n.js';
import { usePeopleWorkbookWords } from '../people-workbook-words.js';
import classes from './people-page.module.css';

const MOST_SHOWN = 50;

/** What the workbook would do, or the cells that cannot be taken. */
export function PeopleWorkbookOutcome({ read, nothing }: { read: PeopleWorkbookRead; nothing: boolean }) {
  const t = usePeopleWorkbookWords();
  const say = useSay();
  const glossary = useGlossary();
  const language = useLanguage();
  if (read.faults.length > 0) {
    return (
      <Alert color="red" role="alert" mt="sm" title={t('badCells', { count: read.faults.length })}>
        <ul className={classes.posts}>
          {read.faults.slice(0, MOST_SHOWN).map(({ row, column, words }) => (
            <li key={`${row} ${column} ${words.vi}`}>
              {t('cell', { row, column })}: {say(words)}
            </li>
          ))}
        </ul>
      </Alert>
    );
  }
  if (nothing) return <Text mt="sm">{t('nothing')}</Text>;
  const postOf = ({ fullName, post, unitName, validTo }: PeopleWorkbookRead['given'][number]) =>
    [`${fullName}: ${glossary(post)}, ${unitName}`, validTo && t('until', { day: formatDay(validTo, language) })]
      .filter(Boolean)
      .join(', ');
  const lists = [
    {
      title: t('people', { count: read.people.length }),
      lines: read.people.map((one) => `${one.fullName} (${one.username})`),
    },
    {
      title: t('corrected', { count: read.corrected.length }),
      lines: read.corrected.map(({ fullName, username, email }) =>
        [fullName, username, email].filter(Boolean).join(' · '),
      ),
    },
    { title: t('given', { count: read.given.length }), lines: read.given.map(postOf) },
    { title: t('moved', { count: read.moved.length }), lines: read.moved.map(postOf) },
    { title: t('left', { count: read.left.length }), lines: read.left.map(postOf) },
  ];
  return (
    <div role="status">
      {lists
        .filter(({ lines }) => lines.length > 0)
        .map(({ title, lines }) => (
          <section key={title}>
            <Text fw={600} mt="sm">
              {title}
            </Text>
            <ul className={classes.posts}>
              {lines.slice(0, MOST_SHOWN).map((line) => (
                <li key={line}>{line}</li>
              ))}
              {lines.length > MOST_SHOWN && <li>…</li>}
            </ul>
          </section>
        ))}
      <Text size="sm" c="dimmed" mt="sm">
        {t('unchanged', { count: read.unchanged })}
      </Text>
    </div>
  );
}
