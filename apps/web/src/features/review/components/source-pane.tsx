import type { PlanReview, ReviewItem, SourceRow } from '@phancong/contracts';
import { Fragment, memo, useEffect, useMemo, useRef } from 'react';

import { markWords, plainCell } from '../../../lib/source-words.js';
import { linesWithWords, marksInCell } from '../mark-fields.js';
import { useReviewWords } from '../review-words.js';
import classes from './source-pane.module.css';

/** The table of an annex has seven columns: a number, a title, short cells, and the work in the last one. */
const annexWidths = ['34px', '40px', '17%', '10%', '10%', '14%', '14%', 'auto'];

const isText = ({ kind }: SourceRow) => kind === 'text' || kind === 'noise';

/** As many columns as the widest row; a row with fewer cells, a page break or a line of text, fills them from its first. */
const countColumns = (rows: readonly SourceRow[]) =>
  rows.reduce((most, row) => (isText(row) ? most : Math.max(most, row.cells.length)), 1);

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
  const ref = item?.readRef ?? null;
  const places = useMemo(() => linesWithWords(item, field), [item, field]);
  const columns = useMemo(() => countColumns(review.source), [review.source]);
  const widths = columns === annexWidths.length - 1 ? annexWidths : ['34px', ...Array<string>(columns).fill('auto')];
  useEffect(() => {
    const box = pane.current;
    if (ref === null || !box) return;
    const mark = field === null ? null : (box.querySelector('[data-lit] mark') ?? box.querySelector('mark'));
    const target = mark ?? box.querySelector('[data-lit]');
    if (!target) return;
    const distance = target.getBoundingClientRect().top - box.getBoundingClientRect().top;
    box.scrollTo({ top: box.scrollTop + distance - 72 });
  }, [ref, field]);
  const itemOfRef = (refs: readonly string[]) => review.items.find((candidate) => refs.includes(candidate.readRef));
  return (
    <div
      ref={pane}
      className={classes.pane}
      role="region"
      aria-label={t('sourceLabel', { file: review.plan.fileName })}
    >
      <table className={classes.table}>
        <colgroup>
          {widths.map((width, index) => (
            <col key={`${index}`} style={{ width }} />
          ))}
        </colgroup>
        <tbody>
          {review.source.map((row, index) => {
            const lit = ref !== null && row.refs.includes(ref);
            const holdsWords = lit || places.has(row.row);
            const before = review.source[index - 1];
            return (
              <Fragment key={row.row}>
                {(before?.page !== row.page || before?.sheet !== row.sheet) && (
                  <PlaceLine row={row} columns={columns} />
                )}
                <SourceLine
                  row={row}
                  columns={columns}
                  lit={lit}
                  item={holdsWords ? item : null}
                  field={holdsWords ? field : null}
                  {...(row.refs.length > 0 && row.kind !== 'heading'
                    ? { onPress: () => onItem(itemOfRef(row.refs)?.id ?? '') }
                    : {})}
                />
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** Where the lines below stand for a person who opens the file: its page, or its sheet. */
function PlaceLine({ row: { page, sheet }, columns }: { row: SourceRow; columns: number }) {
  const t = useReviewWords();
  const words = sheet === undefined ? page !== undefined && t('ofPage', { page }) : t('ofSheet', { sheet });
  if (!words) return null;
  return (
    <tr data-kind="place">
      <th scope="colgroup" colSpan={columns + 1}>
        {words}
      </th>
    </tr>
  );
}

/** Text outside the table is one cell; a heading loses the empty cells behind its words, which may then run on. */
function cellsToShow(row: SourceRow): readonly string[] {
  const { kind, cells } = row;
  if (isText(row) && cells.length > 1) return [cells.filter((cell) => cell.trim() !== '').join(' ')];
  if (kind !== 'heading') return cells;
  return cells.slice(0, 1 + cells.findLastIndex((cell) => cell.trim() !== ''));
}

interface SourceLineProps {
  row: SourceRow;
  columns: number;
  /** The row was read from this line, not only words that a merged cell lends it. */
  lit: boolean;
  item: ReviewItem | null;
  field: string | null;
  onPress?: () => void;
}

const SourceLine = memo(
  function SourceLine({ row, columns, lit, item, field, onPress }: SourceLineProps) {
    const t = useReviewWords();
    // Cells that were joined for show have lost their places.
    const joined = isText(row) && row.cells.length > 1;
    const cells = cellsToShow(row);
    const stretched = row.kind === 'heading' || isText(row) ? cells.length - 1 : 0;
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
            {markWords(cell, joined ? [] : marksInCell(item, field, row.row, index)).map((part) =>
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
  (before, after) =>
    before.row === after.row && before.lit === after.lit && before.item === after.item && before.field === after.field,
);
