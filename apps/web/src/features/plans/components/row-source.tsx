import type { PlanRowPage } from '@phancong/contracts';

import { Sheet } from '../../../components/ui/sheet.js';
import { plainCell } from '../../../lib/source-words.js';
import { usePlansWords } from '../plans-words.js';
import classes from './plan-row-page.module.css';

/** The lines of the document that the row was read from, as they stand there. */
export function RowSource({ page: { source }, fileName }: { page: PlanRowPage; fileName: string }) {
  const t = usePlansWords();
  if (source.length === 0) return null;
  return (
    <Sheet title={t('source')}>
      {source.map((line) => (
        <div key={line.row} className={classes.source}>
          <p className={classes.quiet}>{t('sourceLine', { line: line.line, file: fileName })}</p>
          <div className={classes.cells}>
            {line.cells.map((cell, index) => (cell.trim() === '' ? null : <p key={`${index}`}>{plainCell(cell)}</p>))}
          </div>
        </div>
      ))}
    </Sheet>
  );
}
