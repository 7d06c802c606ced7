import type { ReviewItem } from '@phancong/contracts';
import { memo } from 'react';

import { Sheet } from '../../../components/ui/sheet.js';
import { formatNumber } from '../../../lib/numbers.js';
import { useLanguage } from '../../../lib/i18n/i18n.js';
import { plainCell } from '../../../lib/source-words.js';
import { editableFields } from '../editable-fields.js';
import type { EditableField } from '../editable-fields.js';
import { useReviewWords } from '../review-words.js';
import { FieldEditor } from './field-editor.js';
import type { Editing } from './review-page.js';
import classes from './items.module.css';

interface ItemListProps {
  planId: string;
  year: number;
  items: readonly ReviewItem[];
  shownItemId: string | null;
  mayChange: boolean;
  editing: Editing | null;
  onEdit: (editing: Editing | null) => void;
  onShow: (itemId: string) => void;
}

/** Every row as it was read, field by field; pressing one shows its place in the document. */
export function ItemList({ planId, year, items, shownItemId, mayChange, editing, onEdit, onShow }: ItemListProps) {
  const t = useReviewWords();
  return (
    <Sheet
      title={t('rows')}
      aside={<span className={classes.quiet}>{t('rowsOf', { count: items.length })}</span>}
      flush
    >
      <ul className={classes.items}>
        {items.map((item) => (
          <ItemCard
            key={item.id}
            planId={planId}
            year={year}
            item={item}
            shown={item.id === shownItemId}
            mayChange={mayChange}
            field={editing?.itemId === item.id ? editing.field : null}
            onEdit={onEdit}
            onShow={onShow}
          />
        ))}
      </ul>
    </Sheet>
  );
}

interface ItemCardProps extends Pick<ItemListProps, 'planId' | 'year' | 'mayChange' | 'onEdit' | 'onShow'> {
  item: ReviewItem;
  shown: boolean;
  field: EditableField | null;
}

const ItemCard = memo(function ItemCard({
  planId,
  year,
  item,
  shown,
  mayChange,
  field,
  onEdit,
  onShow,
}: ItemCardProps) {
  const t = useReviewWords();
  return (
    <li className={classes.item} data-shown={shown || undefined}>
      <button type="button" className={classes.head} aria-pressed={shown} onClick={() => onShow(item.id)}>
        <span className={classes.ref}>{item.ref}</span>
        {item.title}
      </button>
      <dl className={classes.fields}>
        {editableFields.map((name) => (
          <div key={name} className={classes.field}>
            <dt>
              {t(name)}
              {item.edited.includes(name) && <em> · {t('edited')}</em>}
              {!item.edited.includes(name) && item.inferred.includes(name) && <em> · {t('inferred')}</em>}
            </dt>
            <dd>
              {field === name ? (
                <FieldEditor planId={planId} year={year} item={item} field={name} onClose={() => onEdit(null)} />
              ) : (
                <>
                  <FieldValue item={item} field={name} />
                  {mayChange && (
                    <button
                      type="button"
                      className={classes.edit}
                      aria-label={t('editing', { field: t(name), ref: item.ref })}
                      onClick={() => onEdit({ itemId: item.id, field: name })}
                    >
                      {t('edit')}
                    </button>
                  )}
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
});

function FieldValue({ item, field }: { item: ReviewItem; field: EditableField }) {
  const t = useReviewWords();
  const language = useLanguage();
  if (field === 'targets') {
    if (item.targets.length === 0) return <span className={classes.quiet}>{t('blank')}</span>;
    return (
      <ul className={classes.targets}>
        {item.targets.map((target, index) => {
          const bounds = [...new Set([target.min, target.max])].filter((bound) => bound !== null);
          const range = bounds.map((bound) => formatNumber(bound, language)).join('-');
          const every = [target.unit, target.per, target.period].filter(Boolean).join('/');
          return (
            <li key={`${index}-${target.metric}`}>
              {target.metric}: <strong>{range}</strong> {every}
            </li>
          );
        })}
      </ul>
    );
  }
  const words =
    field === 'timing'
      ? item.timing.text
      : field === 'leads' || field === 'coordinators'
        ? item[field].join('; ')
        : item[field];
  if (!words) return <span className={classes.quiet}>{t('blank')}</span>;
  return <span className={classes.words}>{plainCell(words).trim()}</span>;
}
