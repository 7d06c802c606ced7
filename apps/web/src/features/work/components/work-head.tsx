import { Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { InstanceLine, InstancePage } from '@phancong/contracts';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

import { DueText } from '../../../components/work/due-text.js';
import { StateBadge } from '../../../components/work/state-badge.js';
import { linkToLine, linkToPlan } from '../../../components/work/links.js';
import { useFlows } from '../../../lib/queries/get-flows.js';
import { useGlossary } from '../../../lib/i18n/glossary.js';
import { useLanguage, useSay } from '../../../lib/i18n/i18n.js';
import { formatMoney } from '../../../lib/numbers.js';
import { formatPeriod } from '../../../lib/periods.js';
import { useSession } from '../../../lib/queries/get-session.js';
import { useWorkPageWords } from '../work-page-words.js';
import classes from './work-head.module.css';

/** Title, parties, whose move, deadline: what one wants to know before reading on. */
export function WorkHead({ page }: { page: InstancePage }) {
  const t = useWorkPageWords();
  const say = useSay();
  const glossary = useGlossary();
  const language = useLanguage();
  const { line } = page;
  const flows = useFlows();
  const parties = flows.parties(line.flow, line.machineVersion);
  useDocumentTitle(`${line.title} · Phân Công`);
  return (
    <header className={classes.head}>
      <div className={classes.above}>
        <Link {...linkToPlan(line.planId)}>{page.planTitle}</Link>
        {page.parent && (
          <>
            <span aria-hidden="true">›</span>
            <Link {...linkToLine(page.parent)} className={classes.parent}>
              {page.parent.ref && `${page.parent.ref} `}
              {page.parent.title}
            </Link>
          </>
        )}
      </div>
      <div className={classes.titleRow}>
        <Title order={1}>
          {line.ref && <span className={classes.ref}>{line.ref}</span>}
          {line.title}
        </Title>
      </div>
      <div className={classes.kind}>
        <span>
          {say(flows.words(line.flow, line.machineVersion))}
          {line.periodLabel && ` · ${formatPeriod(line.periodLabel, language)}`}
        </span>
        <StateBadge flow={line.flow} state={line.state} version={line.machineVersion} />
      </div>
      <dl className={classes.facts}>
        <Fact name={say(parties.from)}>{line.from.name}</Fact>
        <Fact name={say(parties.to)}>
          {line.to.name}
          {line.origin && <div className={classes.origin}>{t('origin', { name: line.origin.name })}</div>}
        </Fact>
        <WhoseMove line={line} />
        <Fact name={glossary('deadline')}>
          <DueText line={line} />
        </Fact>
        {page.timingText && <Fact name={glossary('timing')}>{page.timingText}</Fact>}
        {page.unitOfMeasure && <Fact name={glossary('unitOfMeasure')}>{page.unitOfMeasure}</Fact>}
        {page.deliverable && <Fact name={glossary('deliverable')}>{page.deliverable}</Fact>}
        {page.budgetVnd !== null && (
          <Fact name={glossary('plannedMoney')}>{formatMoney(String(page.budgetVnd), language)}</Fact>
        )}
      </dl>
    </header>
  );
}

function WhoseMove({ line }: { line: InstanceLine }) {
  const t = useWorkPageWords();
  const { actor } = useSession();
  const { holderUnitId } = line;
  const open = line.doneOn === null && line.timeliness !== 'cancelled';
  const name = () => {
    if (holderUnitId === null) return t(open ? 'waitingParts' : 'nobodysMove');
    if (holderUnitId === actor.unitId) return <strong className={classes.yours}>{t('yourMove')}</strong>;
    return holderUnitId === line.from.id ? line.from.name : line.to.name;
  };
  return <Fact name={t('whoseMove')}>{name()}</Fact>;
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
