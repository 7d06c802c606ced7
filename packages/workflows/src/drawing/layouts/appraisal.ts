import type { Diagram } from '../diagram.js';

/** Written by scripts/lay-out-diagrams.mjs; do not edit by hand. */
export const appraisal: Diagram = {
  width: 309,
  height: 250,
  nodes: [
    { id: 'requested', x: 85, y: 8, w: 138, h: 40 },
    { id: 'passed', x: 8, y: 136, w: 138, h: 40 },
    { id: 'returned', x: 85, y: 202, w: 138, h: 40 },
    { id: 'cancelled', x: 163, y: 136, w: 138, h: 40 },
  ],
  edges: [
    {
      id: 'requested-pass-passed',
      event: 'pass',
      from: 'requested',
      to: 'passed',
      points: [
        { x: 120, y: 48 },
        { x: 120, y: 58 },
        { x: 77, y: 58 },
        { x: 77, y: 136 },
      ],
      label: { x: 76.7, y: 81 },
    },
    {
      id: 'requested-return-returned',
      event: 'return',
      from: 'requested',
      to: 'returned',
      points: [
        { x: 154, y: 48 },
        { x: 154, y: 202 },
      ],
      label: { x: 153.6, y: 103 },
    },
    {
      id: 'requested-parentEnded-cancelled',
      event: 'parentEnded',
      from: 'requested',
      to: 'cancelled',
      points: [
        { x: 189, y: 48 },
        { x: 189, y: 58 },
        { x: 232, y: 58 },
        { x: 232, y: 136 },
      ],
      label: { x: 231.3, y: 81 },
    },
  ],
};
