import type { InstancePage, SourceLink } from '@phancong/contracts';
import { Link } from '@tanstack/react-router';

import { Sheet } from '../../../components/ui/sheet.js';
import { linkToPlan } from '../../../components/work/links.js';
import { markWords, plainCell, unfoldDuties } from '../../../lib/source-words.js';
import { useWorkPageWords } from '../work-page-words.js';
import classes from './source-section.module.css';

/** The row of the signed document as it stands there, with the words this work was read from marked. */
export function SourceSection({ page }: { page: InstancePage }) {
  const t = useWorkPageWords();
  const { source } = page;
  if (!source) {
    return page.itemText ? (
      <Sheet title={t('itemText')}>
        <p className={classes.text}>{unfoldDuties(page.itemText)}</p>
      </Sheet>
    ) : null;
  }
  return (
    <Sheet title={t('source')}>
      <p className={classes.place}>{t('sourceAt', { file: source.fileName, line: source.line })}</p>
      <div className={classes.cells}>
        {source.cells.map((cell, index) => (
          <SourceCell key={`${index}`} source={source} cell={cell} index={index} />
        ))}
      </div>
      <Link {...linkToPlan(source.planId)} className={classes.link}>
        {t('openInPlan')}
      </Link>
    </Sheet>
  );
}

function SourceCell({ source, cell, index }: { source: SourceLink; cell: string; index: number }) {
  if (cell.trim() === '') return null;
  const anchors = Object.values(source.anchors)
    .flat()
    .filter((anchor) => anchor.line === source.line && anchor.cell === index);
  return (
    <p className={classes.cell}>
      {markWords(cell, anchors).map((part) =>
        part.marked ? (
          <mark key={part.start}>{plainCell(part.text)}</mark>
        ) : (
          <span key={part.start}>{plainCell(part.text)}</span>
        ),
      )}
    </p>
  );
}
