import type { PlanReview, ReviewItem, SourceRow } from '@phancong/contracts';
import { memo, useEffect, useRef } from 'react';

import { markWords, plainCell } from '../../../lib/source-words.js';
import { marksInCell } from '../mark-fields.js';
import { useReviewWords } from '../review-words.js';
import classes from './source-pane.module.css';

/** The official table has seven columns; a row with fewer cells, a page break or a line of text, fills them from its first. */
const columns = 7;
const columnWidths = ['34px', '40px', '17%', '10%', '10%', '14%', '14%', 'auto'];

interface SourcePaneProps {
  review: PlanReview;
  itemId: string | null;
  /** Only the words of this field are marked; those of every field otherwise. */
  field: string | null;
  onItem: (itemId: string) => void;
}

/** The table as it stands in the document. The row in question is lit, and the very words that were read are marked. */
export function SourcePane({ review, itemId, field, onItem }: SourcePaneProps) {
  const t = useReviewWords();
  const pane = useRef<HTMLDivElement>(null);
  const item = review.items.find(({ id }) => id === itemId) ?? null;
  const ref = item?.ref ?? null;
  useEffect(() => {
    const box = pane.current;
    if (ref === null || !box) return;
    const mark = field === null ? null : box.querySelector('[data-lit] mark');
    const target = mark ?? box.querySelector('[data-lit]');
    if (!target) return;
    const distance = target.getBoundingClientRect().top - box.getBoundingClientRect().top;
    box.scrollTo({ top: box.scrollTop + distance - 72 });
  }, [ref, field]);
  const itemOfRef = (refs: readonly string[]) => review.items.find((candidate) => refs.includes(candidate.ref));
  return (
    <div
      ref={pane}
      className={classes.pane}
      role="region"
      aria-label={t('sourceLabel', { file: review.plan.fileName })}
    >
      <table className={classes.table}>
        <colgroup>
          {columnWidths.map((width, index) => (
            <col key={`${index}`} style={{ width }} />
          ))}
        </colgroup>
        <tbody>
          {review.source.map((row) => {
            const lit = ref !== null && row.refs.includes(ref);
            return (
              <SourceLine
                key={row.row}
                row={row}
                item={lit ? item : null}
                field={lit ? field : null}
                {...(row.refs.length > 0 && row.kind !== 'heading'
                  ? { onPress: () => onItem(itemOfRef(row.refs)?.id ?? '') }
                  : {})}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** Text outside the table is one cell; a heading loses the empty cells behind its words, which may then run on. */
function cellsToShow({ kind, cells }: SourceRow): readonly string[] {
  if (kind === 'text' || kind === 'noise') return [cells.filter((cell) => cell.trim() !== '').join(' ')];
  if (kind !== 'heading') return cells;
  return cells.slice(0, 1 + cells.findLastIndex((cell) => cell.trim() !== ''));
}

interface SourceLineProps {
  row: SourceRow;
  item: ReviewItem | null;
  field: string | null;
  onPress?: () => void;
}

const SourceLine = memo(
  function SourceLine({ row, item, field, onPress }: SourceLineProps) {
    const t = useReviewWords();
    const lit = item !== null;
    const wide = row.kind === 'text' || row.kind === 'noise';
    const cells = cellsToShow(row);
    const stretched = row.kind === 'heading' ? cells.length - 1 : 0;
    return (
      <tr data-kind={row.kind} data-lit={lit || undefined}>
        <td className={classes.number}>
          {onPress ? (
            <button type="button" aria-label={t('showLine', { line: row.line })} onClick={onPress}>
              {row.line}
            </button>
          ) : (
            row.line
          )}
        </td>
        {cells.map((cell, index) => (
          <td key={`${index}`} colSpan={index === stretched ? 1 + Math.max(0, columns - cells.length) : 1}>
            {markWords(cell, wide ? [] : marksInCell(item, field, row.row, index)).map((part) =>
              part.marked ? (
                <mark key={part.start}>{plainCell(part.text)}</mark>
              ) : (
                <span key={part.start}>{plainCell(part.text)}</span>
              ),
            )}
          </td>
        ))}
      </tr>
    );
  },
  (before, after) => before.row === after.row && before.item === after.item && before.field === after.field,
);
