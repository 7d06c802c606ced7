import type { Diagram } from '../diagram.js';

/** Written by scripts/lay-out-diagrams.mjs; do not edit by hand. */
export const transfer: Diagram = {
  width: 222,
  height: 278,
  nodes: [
    { id: 'planned', x: 8, y: 18, w: 138, h: 40 },
    { id: 'transferred', x: 17.1, y: 124, w: 138, h: 40 },
    { id: 'received', x: 20.1, y: 230, w: 138, h: 40 },
  ],
  edges: [
    {
      id: 'planned-transfer-transferred',
      event: 'transfer',
      from: 'planned',
      to: 'transferred',
      points: [
        { x: 77, y: 58 },
        { x: 77, y: 74 },
        { x: 75.7, y: 74 },
        { x: 75.7, y: 108 },
        { x: 86.1, y: 108 },
        { x: 86.1, y: 124 },
      ],
      label: { x: 75.5, y: 91 },
    },
    {
      id: 'transferred-confirmReceipt-received',
      event: 'confirmReceipt',
      from: 'transferred',
      to: 'received',
      points: [
        { x: 63.1, y: 164 },
        { x: 63.1, y: 174 },
        { x: 89.1, y: 174 },
        { x: 89.1, y: 230 },
      ],
      label: { x: 88.9, y: 197 },
    },
    {
      id: 'transferred-notReceived-planned',
      event: 'notReceived',
      from: 'transferred',
      to: 'planned',
      points: [
        { x: 109.1, y: 164 },
        { x: 109.1, y: 174 },
        { x: 168.2, y: 174 },
        { x: 168.2, y: 8 },
        { x: 77, y: 8 },
        { x: 77, y: 18 },
      ],
      label: { x: 168.1, y: 91 },
    },
  ],
};
