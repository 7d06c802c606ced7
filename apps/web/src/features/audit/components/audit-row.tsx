import type { AuditLine } from '@phancong/contracts';
import { Link } from '@tanstack/react-router';

import { linkToLine } from '../../../components/work/links.js';
import { formatDay, formatInstant } from '../../../lib/dates.js';
import { useGlossary } from '../../../lib/i18n/glossary.js';
import { useLanguage, useSay } from '../../../lib/i18n/i18n.js';
import { useAuditWords } from '../audit-words.js';
import classes from './audit-row.module.css';

/** One line of the record; what it holds beyond the sentence opens below it. */
export function AuditRow({ line }: { line: AuditLine }) {
  const t = useAuditWords();
  const say = useSay();
  const glossary = useGlossary();
  const language = useLanguage();
  const who = [
    line.personName ?? t('system'),
    line.post && glossary(line.post),
    line.unitName,
    line.onBehalfOfName && t('onBehalf', { name: line.onBehalfOfName }),
  ];
  return (
    <article className={classes.row}>
      <div className={classes.at}>
        <time dateTime={line.at}>{formatInstant(line.at, language)}</time>
        {!formatInstant(line.at, language).startsWith(formatDay(line.onDay, language)) && (
          <div>{t('onOfficialDay', { day: formatDay(line.onDay, language) })}</div>
        )}
      </div>
      <div className={classes.words}>
        <span className={classes.did}>{say(line.did)}</span>
        <Subject line={line} />
        <span className={classes.who}>{who.filter(Boolean).join(' · ')}</span>
        {line.after && (
          <span className={classes.states}>
            {line.before ? `${say(line.before)} → ` : ''}
            {say(line.after)}
          </span>
        )}
        <details>
          <summary className={classes.more}>{t('details')}</summary>
          <Facts line={line} />
        </details>
      </div>
    </article>
  );
}

function Subject({ line: { instanceId, planId, flow, title } }: { line: AuditLine }) {
  if (instanceId && planId && flow) return <Link {...linkToLine({ id: instanceId, planId, flow })}>{title}</Link>;
  return title ? <span>{title}</span> : null;
}

const isFilled = (value: unknown) =>
  value !== null && value !== undefined && !(typeof value === 'object' && Object.keys(value).length === 0);

const origins = [
  'screen',
  'bulk',
  'token',
  'worker',
  'consequence',
  'activation',
  'reorganisation',
  'amendment',
  'upgrade',
  'repair',
  'workbook',
] as const;

/** Sessions keep the address there; moves one of these words. */
const isKnownOrigin = (origin: string): origin is (typeof origins)[number] =>
  (origins as readonly string[]).includes(origin);

function Facts({ line }: { line: AuditLine }) {
  const t = useAuditWords();
  const language = useLanguage();
  return (
    <dl className={classes.facts}>
      <dt>{t('officialDay')}</dt>
      <dd>{formatDay(line.onDay, language)}</dd>
      {line.origin && (
        <>
          <dt>{t('origin')}</dt>
          <dd>{isKnownOrigin(line.origin) ? t(`from_${line.origin}`) : line.origin}</dd>
        </>
      )}
      {isFilled(line.replaced) && (
        <>
          <dt>{t('replaced')}</dt>
          <dd>
            <pre className={classes.values}>{JSON.stringify(line.replaced, null, 1)}</pre>
          </dd>
        </>
      )}
      {isFilled(line.details) && (
        <>
          <dt>{t('values')}</dt>
          <dd>
            <pre className={classes.values}>{JSON.stringify(line.details, null, 1)}</pre>
          </dd>
        </>
      )}
      <dt>{t('hash')}</dt>
      <dd>
        <code className={classes.values}>{line.hash}</code>
      </dd>
    </dl>
  );
}
