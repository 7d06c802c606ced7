import type { Diagram } from '../diagram.js';

/** Written by scripts/lay-out-diagrams.mjs; do not edit by hand. */
export const explanation: Diagram = {
  width: 334,
  height: 410,
  nodes: [
    { id: 'asked', x: 124, y: 18, w: 138, h: 40 },
    { id: 'given', x: 75, y: 124, w: 138, h: 40 },
    { id: 'accepted', x: 12, y: 296, w: 138, h: 40 },
    { id: 'rejected', x: 110, y: 362, w: 138, h: 40 },
    { id: 'withdrawn', x: 188, y: 190, w: 138, h: 40 },
  ],
  edges: [
    {
      id: 'asked-give-given',
      event: 'give',
      from: 'asked',
      to: 'given',
      points: [
        { x: 170, y: 58 },
        { x: 170, y: 108 },
        { x: 144, y: 108 },
        { x: 144, y: 124 },
      ],
      label: { x: 169.7, y: 91 },
    },
    {
      id: 'asked-withdraw-withdrawn',
      event: 'withdraw',
      from: 'asked',
      to: 'withdrawn',
      points: [
        { x: 216, y: 58 },
        { x: 216, y: 68 },
        { x: 245, y: 68 },
        { x: 245, y: 108 },
        { x: 257, y: 108 },
        { x: 257, y: 190 },
      ],
      label: { x: 244.6, y: 91 },
    },
    {
      id: 'given-accept-accepted',
      event: 'accept',
      from: 'given',
      to: 'accepted',
      points: [
        { x: 144, y: 164 },
        { x: 144, y: 246 },
        { x: 81, y: 246 },
        { x: 81, y: 296 },
      ],
      label: { x: 81, y: 263 },
    },
    {
      id: 'given-reject-rejected',
      event: 'reject',
      from: 'given',
      to: 'rejected',
      points: [
        { x: 179, y: 164 },
        { x: 179, y: 362 },
      ],
      label: { x: 178.3, y: 263 },
    },
    {
      id: 'given-askMore-asked',
      event: 'askMore',
      from: 'given',
      to: 'asked',
      points: [
        { x: 110, y: 164 },
        { x: 110, y: 174 },
        { x: 67, y: 174 },
        { x: 67, y: 8 },
        { x: 193, y: 8 },
        { x: 193, y: 18 },
      ],
      label: { x: 66.7, y: 91 },
    },
  ],
};
