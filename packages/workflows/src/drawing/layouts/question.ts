import type { Diagram } from '../diagram.js';

/** Written by scripts/lay-out-diagrams.mjs; do not edit by hand. */
export const question: Diagram = {
  width: 276,
  height: 306,
  nodes: [
    { id: 'asked', x: 63, y: 18, w: 138, h: 40 },
    { id: 'answered', x: 86, y: 124, w: 138, h: 40 },
    { id: 'closed', x: 130, y: 258, w: 138, h: 40 },
    { id: 'withdrawn', x: 8, y: 192, w: 138, h: 40 },
  ],
  edges: [
    {
      id: 'asked-answer-answered',
      event: 'answer',
      from: 'asked',
      to: 'answered',
      points: [
        { x: 155, y: 58 },
        { x: 155, y: 124 },
      ],
      label: { x: 154.9, y: 91 },
    },
    {
      id: 'asked-withdraw-withdrawn',
      event: 'withdraw',
      from: 'asked',
      to: 'withdrawn',
      points: [
        { x: 109, y: 58 },
        { x: 109, y: 68 },
        { x: 77, y: 68 },
        { x: 77, y: 192 },
      ],
      label: { x: 76.1, y: 91 },
    },
    {
      id: 'answered-close-closed',
      event: 'close',
      from: 'answered',
      to: 'closed',
      points: [
        { x: 132, y: 164 },
        { x: 132, y: 182 },
        { x: 199, y: 182 },
        { x: 199, y: 258 },
      ],
      label: { x: 198.3, y: 212 },
    },
    {
      id: 'answered-askAgain-asked',
      event: 'askAgain',
      from: 'answered',
      to: 'asked',
      points: [
        { x: 178, y: 164 },
        { x: 178, y: 174 },
        { x: 232, y: 174 },
        { x: 232, y: 8 },
        { x: 132, y: 8 },
        { x: 132, y: 18 },
      ],
      label: { x: 232, y: 91 },
    },
  ],
};
