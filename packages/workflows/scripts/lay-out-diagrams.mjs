/**
 * Lays every flow out from top to bottom and writes src/drawing/layouts/, one file a flow. Run after a machine or its words changed:
 *   npm run build && npm run diagrams
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';

import ELK from 'elkjs/lib/elk.bundled.js';

import { edgesToDraw, flows } from '../dist/index.js';

const NODE = { width: 138, height: 40 };
const LABEL_HEIGHT = 14;
const LETTER_WIDTH = 5.1;

const layoutOptions = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.padding': '[top=8,left=8,bottom=8,right=8]',
  'elk.spacing.nodeNode': '14',
  'elk.spacing.edgeNode': '8',
  'elk.spacing.edgeEdge': '8',
  'elk.spacing.edgeLabel': '2',
  'elk.layered.spacing.nodeNodeBetweenLayers': '26',
  'elk.layered.spacing.edgeNodeBetweenLayers': '10',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '8',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.cycleBreaking.strategy': 'MODEL_ORDER',
  'elk.layered.feedbackEdges': 'true',
};

const round = (value) => Math.round(value * 10) / 10;
const point = ({ x, y }) => ({ x: round(x), y: round(y) });

/** The same event into the same state from several others is drawn as one stem with one label over the box. */
const isShared = (edge, edges) =>
  edges.some((other) => other.to === edge.to && other.event === edge.event && other.from !== edge.from);

const labelOf = ({ words }) => ({
  text: words.vi,
  width: Math.max(words.vi.length, words.en.length) * LETTER_WIDTH,
  height: LABEL_HEIGHT,
  layoutOptions: { 'elk.edgeLabels.inline': 'true' },
});

/** A phone is narrow: of several ways to lay a flow out, the narrowest with the first state on top is taken. */
const layerings = [
  { 'elk.layered.layering.strategy': 'NETWORK_SIMPLEX' },
  { 'elk.layered.layering.strategy': 'LONGEST_PATH' },
  { 'elk.layered.layering.strategy': 'MIN_WIDTH' },
  { 'elk.layered.layering.strategy': 'STRETCH_WIDTH' },
  { 'elk.layered.layering.strategy': 'COFFMAN_GRAHAM', 'elk.layered.layering.coffmanGraham.layerBound': '2' },
  { 'elk.layered.layering.strategy': 'COFFMAN_GRAHAM', 'elk.layered.layering.coffmanGraham.layerBound': '1' },
];
const placements = ['NETWORK_SIMPLEX', 'BRANDES_KOEPF', 'LINEAR_SEGMENTS'];
const compactions = ['NONE', 'EDGE_LENGTH'];

async function layOut(flow) {
  const ways = layerings.flatMap((layering) =>
    placements.flatMap((placement) =>
      compactions.map((compaction) => ({
        ...layoutOptions,
        ...layering,
        'elk.layered.nodePlacement.strategy': placement,
        'elk.layered.compaction.postCompaction.strategy': compaction,
      })),
    ),
  );
  const found = [];
  for (const way of ways) found.push(await layOutOneWay(flow, way));
  const first = flow.machine.root.initial.target[0].key;
  const startsOnTop = ({ nodes }) =>
    nodes.find((node) => node.id === first).y === Math.min(...nodes.map((node) => node.y));
  const staysInside = ({ width, height, edges }) =>
    edges.every(({ points, label }) =>
      [...points, label].every(({ x, y }) => x >= 0 && y >= 0 && x <= width && y <= height),
    );
  return found
    .filter((diagram) => startsOnTop(diagram) && staysInside(diagram))
    .sort((a, b) => a.width - b.width || a.height - b.height)[0];
}

async function layOutOneWay(flow, options) {
  const edges = edgesToDraw(flow);
  const stemOf = (edge) => `${edge.to}<${edge.event}`;
  const stems = new Map();
  for (const edge of edges) if (isShared(edge, edges)) stems.set(stemOf(edge), edge.to);
  const graph = await new ELK().layout({
    id: flow.id,
    layoutOptions: options,
    children: Object.keys(flow.states).map((id) => ({
      id,
      ...NODE,
      ports: [...stems]
        .filter(([, to]) => to === id)
        .map(([stem]) => ({ id: stem, layoutOptions: { 'elk.port.side': 'NORTH' } })),
      layoutOptions: { 'elk.portConstraints': 'FIXED_SIDE' },
    })),
    edges: edges.map((edge) => ({
      id: edge.id,
      sources: [edge.from],
      targets: [stems.has(stemOf(edge)) ? stemOf(edge) : edge.to],
      labels: stems.has(stemOf(edge)) ? [] : [labelOf(edge)],
    })),
  });
  const laid = new Map(graph.edges.map((edge) => [edge.id, edge]));
  return {
    width: Math.ceil(graph.width),
    height: Math.ceil(graph.height),
    nodes: graph.children.map(({ id, x, y, width, height }) => ({ id, ...point({ x, y }), w: width, h: height })),
    edges: edges.map(({ id, event, from, to }) => {
      const { sections, labels } = laid.get(id);
      const [{ startPoint, bendPoints = [], endPoint }] = sections;
      const [label] = labels ?? [];
      return {
        id,
        event,
        from,
        to,
        points: [startPoint, ...bendPoints, endPoint].map(point),
        label: label
          ? point({ x: label.x + label.width / 2, y: label.y + label.height / 2 })
          : point({ x: endPoint.x, y: endPoint.y - 14 }),
      };
    }),
  };
}

const folder = new URL('../src/drawing/layouts/', import.meta.url);
const written = '/** Written by scripts/lay-out-diagrams.mjs; do not edit by hand. */\n';
const fileOf = (id) => id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

await rm(folder, { recursive: true, force: true });
await mkdir(folder);
for (const flow of Object.values(flows)) {
  const diagram = await layOut(flow);
  await writeFile(
    new URL(`${fileOf(flow.id)}.ts`, folder),
    `import type { Diagram } from '../diagram.js';\n\n${written}` +
      `export const ${flow.id}: Diagram = ${JSON.stringify(diagram)};\n`,
  );
  console.log(`${flow.id}: ${diagram.width} × ${diagram.height}`);
}
const ids = Object.keys(flows);
await writeFile(
  new URL('index.ts', folder),
  `import type { FlowId } from '@phancong/contracts';\n\nimport type { Diagram } from '../diagram.js';\n` +
    ids.map((id) => `import { ${id} } from './${fileOf(id)}.js';\n`).join('') +
    `\n${written}export const diagrams: Record<FlowId, Diagram> = { ${ids.join(', ')} };\n`,
);
