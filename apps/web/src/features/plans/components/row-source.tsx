import type { PlanRowPage } from '@phancong/contracts';

import { Sheet } from '../../../components/ui/sheet.js';
import { markWords, plainCell } from '../../../lib/source-words.js';
import { usePlansWords } from '../plans-words.js';
import classes from './plan-row-page.module.css';

/** The lines of the document that the row was read from, as they stand there. */
export function RowSource({ page: { source, row }, fileName }: { page: PlanRowPage; fileName: string }) {
  const t = usePlansWords();
  const names = [row.title, row.timingText, ...row.leads, ...row.coordinators].filter((words) => words !== null);
  if (source.length === 0) return null;
  return (
    <Sheet title={t('source')}>
      {source.map((line) => (
        <div key={line.row} className={classes.source}>
          <p className={classes.quiet}>{t('sourceLine', { line: line.line, file: fileName })}</p>
          <div className={classes.cells}>
            {line.cells.map((cell, index) =>
              cell.trim() === '' ? null : <SourceCell key={`${index}`} cell={cell} names={names} />,
            )}
          </div>
        </div>
      ))}
    </Sheet>
  );
}

/** The words of the row marked where they stand; what was taken from a merged cell stands in another row. */
function SourceCell({ cell, names }: { cell: string; names: readonly string[] }) {
  const ranges = names.flatMap((name) => {
    const start = name === '' ? -1 : cell.indexOf(name);
    return start < 0 ? [] : [{ start, end: start + name.length }];
  });
  return (
    <p>
      {markWords(cell, ranges).map((part) =>
        part.marked ? (
          <mark key={part.start}>{plainCell(part.text)}</mark>
        ) : (
          <span key={part.start}>{plainCell(part.text)}</span>
        ),
      )}
    </p>
  );
}
