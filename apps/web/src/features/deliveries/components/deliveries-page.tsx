import { PageHeader } from '../../../components/ui/page-header.js';
import { useDeliveryWords } from '../delivery-words.js';
import { DeadLettersSection } from './dead-letters-section.js';
import classes from './deliveries-page.module.css';
import { DismissedSection } from './dismissed-section.js';
import { ReceiversSection } from './receivers-section.js';

/** What leaves the system: what could not be sent, and the systems that are told. For administrators. */
export function DeliveriesPage() {
  const t = useDeliveryWords();
  return (
    <>
      <PageHeader title={t('title')} below={t('hint')} />
      <div className={classes.page}>
        <DeadLettersSection />
        <DismissedSection />
        <ReceiversSection />
      </div>
    </>
  );
}
