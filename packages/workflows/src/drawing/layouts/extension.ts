import type { Diagram } from '../diagram.js';

/** Written by scripts/lay-out-diagrams.mjs; do not edit by hand. */
export const extension: Diagram = {
  width: 293,
  height: 328,
  nodes: [
    { id: 'asked', x: 42.2, y: 8, w: 138, h: 40 },
    { id: 'granted', x: 8, y: 280, w: 138, h: 40 },
    { id: 'refused', x: 78.7, y: 214, w: 138, h: 40 },
    { id: 'withdrawn', x: 146.3, y: 114, w: 138, h: 40 },
  ],
  edges: [
    {
      id: 'asked-grant-granted',
      event: 'grant',
      from: 'asked',
      to: 'granted',
      points: [
        { x: 76.7, y: 48 },
        { x: 76.7, y: 130 },
        { x: 58.4, y: 130 },
        { x: 58.4, y: 164 },
        { x: 69.7, y: 164 },
        { x: 69.7, y: 264 },
        { x: 77, y: 264 },
        { x: 77, y: 280 },
      ],
      label: { x: 69.4, y: 181 },
    },
    {
      id: 'asked-refuse-refused',
      event: 'refuse',
      from: 'asked',
      to: 'refused',
      points: [
        { x: 111.2, y: 48 },
        { x: 111.2, y: 130 },
        { x: 102.1, y: 130 },
        { x: 102.1, y: 164 },
        { x: 147.7, y: 164 },
        { x: 147.7, y: 214 },
      ],
      label: { x: 101.7, y: 147 },
    },
    {
      id: 'asked-withdraw-withdrawn',
      event: 'withdraw',
      from: 'asked',
      to: 'withdrawn',
      points: [
        { x: 145.7, y: 48 },
        { x: 145.7, y: 104 },
        { x: 215.3, y: 104 },
        { x: 215.3, y: 114 },
      ],
      label: { x: 145.3, y: 81 },
    },
  ],
};
