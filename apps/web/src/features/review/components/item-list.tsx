import { Button } from '@mantine/core';
import type { ReviewItem } from '@phancong/contracts';
import { memo, useEffect, useRef } from 'react';

import { Sheet } from '../../../components/ui/sheet.js';
import { fieldsToShow } from '../editable-fields.js';
import type { EditableField } from '../editable-fields.js';
import { useReviewWords } from '../review-words.js';
import type { RowActions } from '../use-row-actions.js';
import { AddPanel } from './add-panel.js';
import { FieldEditor } from './field-editor.js';
import { FieldValue } from './field-value.js';
import type { Editing } from './review-page.js';
import { RowMenu } from './row-menu.js';
import { SplitPanel } from './split-panel.js';
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
  actions: RowActions;
}

/** Every row as it was read, field by field; pressing one shows its place in the document. */
export function ItemList(props: ItemListProps) {
  const { planId, year, items, shownItemId, mayChange, editing, onEdit, onShow, actions } = props;
  const t = useReviewWords();
  const adds = (itemId: string | null) => actions.panel?.kind === 'add' && actions.panel.itemId === itemId;
  return (
    <Sheet
      title={t('rows')}
      aside={<span className={classes.quiet}>{t('rowsOf', { count: items.length })}</span>}
      flush
    >
      {mayChange && <p className={classes.keys}>{t('rowKeys')}</p>}
      {mayChange && items.length === 0 && (
        <div className={classes.item}>
          <Button size="compact-md" variant="default" onClick={() => actions.openAdd(null)}>
            {t('addFirst')}
          </Button>
        </div>
      )}
      {adds(null) && <AddPanel planId={planId} year={year} afterItemId={null} actions={actions} />}
      <ul className={classes.items}>
        {items.map((item, index) => (
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
            isLast={index === items.length - 1}
            splits={actions.panel?.kind === 'split' && actions.panel.itemId === item.id}
            adds={adds(item.id)}
            actions={actions}
          />
        ))}
      </ul>
    </Sheet>
  );
}

interface ItemCardProps extends Pick<ItemListProps, 'planId' | 'year' | 'mayChange' | 'onEdit' | 'onShow' | 'actions'> {
  item: ReviewItem;
  shown: boolean;
  field: EditableField | null;
  isLast: boolean;
  splits: boolean;
  adds: boolean;
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
  isLast,
  splits,
  adds,
  actions,
}: ItemCardProps) {
  const t = useReviewWords();
  const card = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (shown) card.current?.scrollIntoView({ block: 'nearest' });
  }, [shown]);
  return (
    <li ref={card} className={classes.item} data-shown={shown || undefined}>
      <div className={classes.top}>
        <button type="button" className={classes.head} aria-pressed={shown} onClick={() => onShow(item.id)}>
          <span className={classes.ref}>{item.ref}</span>
          {item.title}
          {!item.wasRead && <em> · {t('added')}</em>}
        </button>
        {mayChange && (
          <RowMenu
            item={item}
            isLast={isLast}
            actions={actions}
            onEdit={(name) => onEdit({ itemId: item.id, field: name })}
          />
        )}
      </div>
      <dl className={classes.fields}>
        {fieldsToShow(item, field).map((name) => (
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
      {splits && <SplitPanel item={item} actions={actions} />}
      {adds && <AddPanel planId={planId} year={year} afterItemId={item.id} actions={actions} />}
    </li>
  );
});
