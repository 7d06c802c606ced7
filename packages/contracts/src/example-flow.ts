const words = (vi: string, en: string) => ({ vi, en });

/** The smallest flow that passes the checks. */
export const exampleDocument = {
  format: 2,
  base: 'question',
  words: words('Hỏi đáp nội bộ', 'Question inside the office'),
  parties: { from: words('Đơn vị hỏi', 'Asking unit'), to: words('Đơn vị trả lời', 'Answering unit') },
  initial: 'asked',
  whenWorkEnds: 'withdrawn',
  states: {
    asked: { words: words('Đã hỏi', 'Asked'), holder: 'to', phase: 'open', remindAfterWorkingDays: 3 },
    answered: { words: words('Đã trả lời', 'Answered'), holder: 'from', phase: 'open', remindAfterWorkingDays: 5 },
    closed: { words: words('Đã rõ', 'Closed'), holder: null, phase: 'done' },
    withdrawn: { words: words('Đã rút', 'Withdrawn'), holder: null, phase: 'cancelled' },
  },
  events: {
    answer: { words: words('Trả lời', 'Answer'), by: ['to'], asks: [{ part: 'answer', required: true }] },
    close: { words: words('Đã rõ', 'Close'), by: ['from'] },
  },
  moves: [
    {
      from: 'asked',
      event: 'answer',
      to: 'answered',
      handsIn: true,
      tells: [{ to: 'from', notice: 'questionAnswered' }],
    },
    { from: 'answered', event: 'close', to: 'closed', byAnotherPerson: true },
  ],
};
