import { z } from 'zod';

import { ApiError } from '../../lib/api-error.js';
import { useLanguage } from '../../lib/i18n/i18n.js';

const Issues = z.array(z.object({ message: z.string(), messageEn: z.string().optional() }));

/** What exactly the server found wrong in what was sent, when it says so in words. */
export function IssueList({ error }: { error: unknown }) {
  const language = useLanguage();
  if (!(error instanceof ApiError) || error.code !== 'VALIDATION_FAILED') return null;
  const issues = Issues.safeParse(error.details.issues);
  if (!issues.success) return null;
  return (
    <ul>
      {issues.data.map((issue) => (
        <li key={issue.message}>{language === 'en' ? (issue.messageEn ?? issue.message) : issue.message}</li>
      ))}
    </ul>
  );
}
