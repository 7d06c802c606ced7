import { describe, expect, it } from '@jest/globals';

import { flows } from '../flows/released-flows.js';
import { describeFlow, edgesToDraw } from './describe-flow.js';
import { diagrams } from './layouts/index.js';

const hint = 'Run "npm run build && npm run diagrams" in packages/workflows.';

describe.each(Object.values(flows))('The drawing of the flow $id', (flow) => {
  const { width, height, nodes, edges } = diagrams[flow.id];
  const box = (id: string) => nodes.find((node) => node.id === id)!;

  it(`shows the machine as it is now. ${hint}`, () => {
    expect(nodes.map((node) => node.id)).toEqual(Object.keys(flow.states));
    expect(edges.map(({ id, event, from, to }) => ({ id, event, from, to }))).toEqual(
      edgesToDraw(flow).map(({ id, event, from, to }) => ({ id, event, from, to })),
    );
  });

  it('begins on top with the first state', () => {
    const first = flow.machine.root.initial.target[0]!.key;
    expect(box(first).y).toBe(Math.min(...nodes.map((node) => node.y)));
  });

  it('stays inside its frame, boxes apart from each other', () => {
    for (const node of nodes) {
      expect(node.x >= 0 && node.y >= 0 && node.x + node.w <= width && node.y + node.h <= height).toBe(true);
      for (const other of nodes) {
        if (other === node) continue;
        const apart =
          node.x + node.w <= other.x ||
          other.x + other.w <= node.x ||
          node.y + node.h <= other.y ||
          other.y + other.h <= node.y;
        expect({ boxes: `${node.id}, ${other.id}`, apart }).toEqual({ boxes: `${node.id}, ${other.id}`, apart: true });
      }
    }
    for (const { points, label } of edges) {
      for (const { x, y } of [...points, label]) expect(x >= 0 && y >= 0 && x <= width && y <= height).toBe(true);
    }
  });

  it('leads every arrow from its state to its state', () => {
    const touches = (node: { x: number; y: number; w: number; h: number }, point: { x: number; y: number }) =>
      point.x >= node.x - 1 &&
      point.x <= node.x + node.w + 1 &&
      point.y >= node.y - 1 &&
      point.y <= node.y + node.h + 1;
    for (const { from, to, points } of edges) {
      expect(touches(box(from), points[0]!)).toBe(true);
      expect(touches(box(to), points.at(-1)!)).toBe(true);
    }
  });

  it('leaves no state without an arrow', () => {
    const drawn = new Set(edges.flatMap(({ from, to }) => [from, to]));
    expect(nodes.filter((node) => !drawn.has(node.id))).toEqual([]);
  });

  it('describes every event that leads on, once', () => {
    const ids = describeFlow(flow).edges.map((edge) => edge.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
