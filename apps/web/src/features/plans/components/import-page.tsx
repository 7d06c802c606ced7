import { useDocumentTitle } from '@mantine/hooks';
import { IconLock } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';

import { PageHeader } from '../../../components/ui/page-header.js';
import { EmptyState } from '../../../components/ui/states.js';
import { showSuccess } from '../../../components/ui/toasts.js';
import { paths } from '../../../config/paths.js';
import { useSession } from '../../../lib/queries/get-session.js';
import { useImportPlan } from '../api/import-plan.js';
import { mayImport } from '../may-import.js';
import { usePlansWords } from '../plans-words.js';
import { FileDrop } from './file-drop.js';
import { ImportRefusal } from './import-refusal.js';

/** A file becomes a draft plan; when it was read the review opens. */
export function ImportPage() {
  const t = usePlansWords();
  const navigate = useNavigate();
  const importing = useImportPlan();
  const may = mayImport(useSession());
  useDocumentTitle(`${t('importTitle')} · Phân Công`);
  if (!may) {
    return (
      <EmptyState
        icon={<IconLock size={30} stroke={1.4} />}
        title={t('mayNotImport')}
        hint={t('mayNotImportHint')}
        action={<Link to={paths.plans}>{t('title')}</Link>}
      />
    );
  }
  const send = (file: File) =>
    importing.mutate(file, {
      onSuccess: ({ planId, items, doubts }) => {
        showSuccess(t('imported', { items, doubts }));
        void navigate({ to: paths.planReview, params: { planId } });
      },
    });
  return (
    <>
      <PageHeader above={<Link to={paths.plans}>{t('title')}</Link>} title={t('importTitle')} below={t('importHint')} />
      <FileDrop reading={importing.isPending ? (importing.variables?.name ?? '') : null} onFile={send} />
      {importing.isError && <ImportRefusal error={importing.error} fileName={importing.variables?.name ?? ''} />}
    </>
  );
}
