import { first, type Samples } from './rehearsal.js';

/** Where the smallest valid value is not enough to reach every arrow of the shipped flows. */
export const shippedSamples: Samples = {
  plan: { input: { openDoubts: 1 } },
  task: { input: { openCheckpoints: 2 } },
  periodReport: { input: { period: 'Tháng 5/2025', cutoffOn: '2025-05-14', dueOn: '2025-05-22' } },
  appraisal: {
    input: { purpose: 'Hội nghị tập huấn', totalVnd: '3', round: 1, submittedBy: first.personId },
  },
  budget: {
    input: { purpose: 'Hội nghị tập huấn', appraiserUnitIds: ['khdt', 'tckt'], payerUnitId: 'tckt' },
    payloads: {
      submit: { totalVnd: '3' },
      approve: {
        transfers: [
          { unitId: 'an-giang', amountVnd: '1' },
          { unitId: 'bac-giang', amountVnd: '2' },
        ],
      },
    },
  },
};
