import type { Diagram } from '../diagram.js';

/** Written by scripts/lay-out-diagrams.mjs; do not edit by hand. */
export const checkpoint: Diagram = {
  width: 300,
  height: 362,
  nodes: [
    { id: 'open', x: 73.5, y: 8, w: 138, h: 40 },
    { id: 'reported', x: 50.5, y: 74, w: 138, h: 40 },
    { id: 'returned', x: 16, y: 182, w: 138, h: 40 },
    { id: 'accepted', x: 145.5, y: 248, w: 138, h: 40 },
    { id: 'cancelled', x: 39, y: 314, w: 138, h: 40 },
  ],
  edges: [
    {
      id: 'open-report-reported',
      event: 'report',
      from: 'open',
      to: 'reported',
      points: [
        { x: 119.5, y: 48 },
        { x: 119.5, y: 74 },
      ],
      label: { x: 119.5, y: 60 },
    },
    {
      id: 'open-parentEnded-cancelled',
      event: 'parentEnded',
      from: 'open',
      to: 'cancelled',
      points: [
        { x: 165.5, y: 48 },
        { x: 165.5, y: 64 },
        { x: 291.5, y: 64 },
        { x: 291.5, y: 298 },
        { x: 108, y: 298 },
        { x: 108, y: 314 },
      ],
      label: { x: 108, y: 300 },
    },
    {
      id: 'reported-accept-accepted',
      event: 'accept',
      from: 'reported',
      to: 'accepted',
      points: [
        { x: 154, y: 114 },
        { x: 154, y: 124 },
        { x: 214.5, y: 124 },
        { x: 214.5, y: 248 },
      ],
      label: { x: 214.4, y: 147 },
    },
    {
      id: 'reported-return-returned',
      event: 'return',
      from: 'reported',
      to: 'returned',
      points: [
        { x: 85, y: 114 },
        { x: 85, y: 182 },
      ],
      label: { x: 84.9, y: 149 },
    },
    {
      id: 'reported-parentEnded-cancelled',
      event: 'parentEnded',
      from: 'reported',
      to: 'cancelled',
      points: [
        { x: 119.5, y: 114 },
        { x: 119.5, y: 132 },
        { x: 162, y: 132 },
        { x: 162, y: 232 },
        { x: 108, y: 232 },
        { x: 108, y: 314 },
      ],
      label: { x: 108, y: 300 },
    },
    {
      id: 'returned-report-reported',
      event: 'report',
      from: 'returned',
      to: 'reported',
      points: [
        { x: 62, y: 222 },
        { x: 62, y: 232 },
        { x: 8, y: 232 },
        { x: 8, y: 64 },
        { x: 119.5, y: 64 },
        { x: 119.5, y: 74 },
      ],
      label: { x: 119.5, y: 60 },
    },
    {
      id: 'returned-parentEnded-cancelled',
      event: 'parentEnded',
      from: 'returned',
      to: 'cancelled',
      points: [
        { x: 108, y: 222 },
        { x: 108, y: 314 },
      ],
      label: { x: 108, y: 300 },
    },
  ],
};
