import type { PlanReview } from '@phancong/contracts';

import { Sheet } from '../../../components/ui/sheet.js';
import { formatDay } from '../../../lib/dates.js';
import { useLanguage } from '../../../lib/i18n/i18n.js';
import { documentFacts } from '../editable-fields.js';
import type { DocumentFact } from '../editable-fields.js';
import { useReviewWords } from '../review-words.js';
import { FactEditor } from './fact-editor.js';
import classes from './items.module.css';

interface DocumentFactsProps {
  review: PlanReview;
  mayChange: boolean;
  editing: DocumentFact | null;
  onEdit: (fact: DocumentFact | null) => void;
}

/** Number, date, signer and the other facts of the document; what the document leaves blank is filled in here. */
export function DocumentFacts({ review, mayChange, editing, onEdit }: DocumentFactsProps) {
  const t = useReviewWords();
  const language = useLanguage();
  const { document } = review.plan;
  const wordsOf = (fact: DocumentFact) => {
    if (fact === 'issuedOn') return document.issuedOn === null ? null : formatDay(document.issuedOn, language);
    if (fact === 'recipients') return document.recipients.join('; ');
    if (fact === 'year') return document.year === null ? null : String(document.year);
    return document[fact];
  };
  return (
    <Sheet title={t('facts')} flush>
      <dl className={classes.facts}>
        {documentFacts.map((fact) => (
          <div key={fact} className={classes.field}>
            <dt>{t(`fact_${fact}`)}</dt>
            <dd>
              {editing === fact ? (
                <FactEditor review={review} fact={fact} onClose={() => onEdit(null)} />
              ) : (
                <>
                  {wordsOf(fact) ? <span>{wordsOf(fact)}</span> : <span className={classes.quiet}>{t('blank')}</span>}
                  {mayChange && (
                    <button
                      type="button"
                      className={classes.edit}
                      aria-label={t('factEditing', { fact: t(`fact_${fact}`) })}
                      onClick={() => onEdit(fact)}
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
    </Sheet>
  );
}
