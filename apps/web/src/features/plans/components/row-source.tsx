import type { PlanRowPage } from '@phancong/contracts';

import { Sheet } from '../../../components/ui/sheet.js';
import { markWords, plainCell } from '../../../lib/source-words.js';
import { usePlansWords } from '../plans-words.js';
import classes from './plan-row-page.module.css';

/** The lines of the document that the row was read from, as they stand there. */
export function RowSource({ page: { source, anchors }, fileName }: { page: PlanRowPage; fileName: string }) {
  const t = usePlansWords();
  const places = Object.values(anchors).flatMap((found) => found ?? []);
  if (source.length === 0) return null;
  return (
    <Sheet title={t('source')}>
      {source.map((line) => (
        <div key={line.row} className={classes.source}>
          <p className={classes.quiet}>
            {[
              line.sheet !== undefined && t('sourceSheet', { sheet: line.sheet }),
              line.page !== undefined && t('sourcePage', { page: line.page }),
              t('sourceLine', { line: line.line, file: fileName }),
            ]
              .filter(Boolean)
              .join(', ')}
          </p>
          <div className={classes.cells}>
            {line.cells.map((cell, index) =>
              cell.trim() === '' ? null : (
                <SourceCell
                  key={`${index}`}
                  cell={cell}
                  marks={places.filter((place) => place.row === line.row && place.cell === index)}
                />
              ),
            )}
          </div>
        </div>
      ))}
    </Sheet>
  );
}

/** The very words that the row was read from, marked where they stand; a merged cell stands in another line. */
function SourceCell({ cell, marks }: { cell: string; marks: readonly { start: number; end: number }[] }) {
  return (
    <p>
      {markWords(cell, marks).map((part) =>
        part.marked ? (
          <mark key={part.start}>{plainCell(part.text)}</mark>
        ) : (
          <span key={part.start}>{plainCell(part.text)}</span>
        ),
      )}
    </p>
  );
}
