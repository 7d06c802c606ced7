import type { AmendedWork } from '@phancong/contracts';

import { useAmendmentsWords } from './amendments-words.js';

/** What changes for work under way, as one sentence: "hủy 63 nhiệm vụ, giao mới 1 nhiệm vụ". */
export function useWorkWordsOf(): (work: AmendedWork) => string {
  const t = useAmendmentsWords();
  return (work) => {
    const counts = [
      ['cancelled', work.cancelled],
      ['redated', work.redated],
      ['born', work.born],
      ['coordinations', work.coordinations],
      ['targetsChanged', work.targets],
    ] as const;
    const parts = counts.filter(([, count]) => count > 0).map(([word, count]) => t(word, { count }));
    return parts.length > 0 ? parts.join(', ') : t('noWork');
  };
}

/** The sum of what several rows do. */
export const addWork = (works: readonly AmendedWork[]): AmendedWork =>
  works.reduce<AmendedWork>(
    (sum, work) => ({
      cancelled: sum.cancelled + work.cancelled,
      redated: sum.redated + work.redated,
      born: sum.born + work.born,
      coordinations: sum.coordinations + work.coordinations,
      targets: sum.targets + work.targets,
      byHand: [...sum.byHand, ...work.byHand],
    }),
    { cancelled: 0, redated: 0, born: 0, coordinations: 0, targets: 0, byHand: [] },
  );
