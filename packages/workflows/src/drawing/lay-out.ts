import elk, {
  type ELK,
  type ElkExtendedEdge,
  type ElkNode,
  type ElkPoint,
  type LayoutOptions,
} from 'elkjs/lib/elk.bundled.js';

import type { Flow } from '../engine/flow.js';
import { edgesToDraw, type FlowEdge } from './describe-flow.js';
import type { Diagram, DiagramEdge, DiagramNode, Point } from './diagram.js';

/** Its types call the constructor a namespace. */
const Elk = elk as unknown as new () => ELK;

const NODE = { width: 138, height: 40 };
const LABEL_HEIGHT = 14;
const LETTER_WIDTH = 5.1;

const layoutOptions: LayoutOptions = {
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

/** A phone is narrow: of several ways to lay a flow out, the narrowest with the first state on top is taken. */
const layerings: readonly LayoutOptions[] = [
  { 'elk.layered.layering.strategy': 'NETWORK_SIMPLEX' },
  { 'elk.layered.layering.strategy': 'LONGEST_PATH' },
  { 'elk.layered.layering.strategy': 'MIN_WIDTH' },
  { 'elk.layered.layering.strategy': 'STRETCH_WIDTH' },
  { 'elk.layered.layering.strategy': 'COFFMAN_GRAHAM', 'elk.layered.layering.coffmanGraham.layerBound': '2' },
  { 'elk.layered.layering.strategy': 'COFFMAN_GRAHAM', 'elk.layered.layering.coffmanGraham.layerBound': '1' },
];
const placements = ['NETWORK_SIMPLEX', 'BRANDES_KOEPF', 'LINEAR_SEGMENTS'];
const compactions = ['NONE', 'EDGE_LENGTH'];

const ways: readonly LayoutOptions[] = layerings.flatMap((layering) =>
  placements.flatMap((placement) =>
    compactions.map((compaction) => ({
      ...layoutOptions,
      ...layering,
      'elk.layered.nodePlacement.strategy': placement,
      'elk.layered.compaction.postCompaction.strategy': compaction,
    })),
  ),
);

/** One layout of a flow, quickly: for a drawing that follows what is being typed. Deterministic. */
export async function layOutQuickly(flow: Flow): Promise<Diagram> {
  return layOutOneWay(flow, layoutOptions);
}

/** The narrowest of six layouts that has the first state on top: for a drawing that is kept while somebody waits. Deterministic. */
export async function layOutWell(flow: Flow): Promise<Diagram> {
  return layOutBest(
    flow,
    layerings.map((layering) => ({ ...layoutOptions, ...layering })),
  );
}

/** The narrowest of 36 layouts that has the first state on top: for the flows that are shipped. Deterministic. */
export async function layOutBest(flow: Flow, among: readonly LayoutOptions[] = ways): Promise<Diagram> {
  const found: Diagram[] = [];
  for (const way of among) {
    // Some of its ways fail on some graphs; the others are there.
    const diagram = await layOutOneWay(flow, way).catch(() => null);
    if (diagram) found.push(diagram);
  }
  const first = flow.machine.root.initial.target[0]?.key;
  const startsOnTop = ({ nodes }: Diagram) =>
    nodes.find((node) => node.id === first)?.y === Math.min(...nodes.map((node) => node.y));
  const staysInside = ({ width, height, edges }: Diagram) =>
    edges.every(({ points, label }) =>
      [...points, label].every(({ x, y }) => x >= 0 && y >= 0 && x <= width && y <= height),
    );
  const [best] = found
    .filter((diagram) => startsOnTop(diagram) && staysInside(diagram))
    .toSorted((a, b) => a.width - b.width || a.height - b.height);
  return best ?? layOutQuickly(flow);
}

const round = (value: number) => Math.round(value * 10) / 10;
const point = ({ x, y }: ElkPoint): Point => ({ x: round(x), y: round(y) });

/** The same event into the same state from several others is drawn as one stem with one label over the box. */
const isShared = (edge: FlowEdge, edges: readonly FlowEdge[]) =>
  edges.some((other) => other.to === edge.to && other.event === edge.event && other.from !== edge.from);

const labelOf = ({ words }: FlowEdge) => ({
  text: words.vi,
  width: Math.max(words.vi.length, words.en.length) * LETTER_WIDTH,
  height: LABEL_HEIGHT,
  layoutOptions: { 'elk.edgeLabels.inline': 'true' },
});

async function layOutOneWay(flow: Flow, options: LayoutOptions): Promise<Diagram> {
  const edges = edgesToDraw(flow);
  const stemOf = (edge: FlowEdge) => `${edge.to}<${edge.event}`;
  const stems = new Map<string, string>();
  for (const edge of edges) if (isShared(edge, edges)) stems.set(stemOf(edge), edge.to);
  const graph: ElkNode = await new Elk().layout<ElkNode>({
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
  const laid = new Map((graph.edges ?? []).map((edge) => [edge.id, edge]));
  return {
    width: Math.ceil(graph.width ?? 0),
    height: Math.ceil(graph.height ?? 0),
    nodes: (graph.children ?? []).map(toNode),
    edges: edges.flatMap((edge) => toEdge(edge, laid.get(edge.id))),
  };
}

const toNode = ({ id, x = 0, y = 0, width = 0, height = 0 }: ElkNode): DiagramNode => ({
  id,
  ...point({ x, y }),
  w: width,
  h: height,
});

function toEdge({ id, event, from, to }: FlowEdge, laid: ElkExtendedEdge | undefined): DiagramEdge[] {
  const [section] = laid?.sections ?? [];
  if (!section) return [];
  const { startPoint, bendPoints = [], endPoint } = section;
  const [label] = laid?.labels ?? [];
  const { x = 0, y = 0, width = 0, height = 0 } = label ?? {};
  const middle = label ? { x: x + width / 2, y: y + height / 2 } : { x: endPoint.x, y: endPoint.y - 14 };
  return [{ id, event, from, to, points: [startPoint, ...bendPoints, endPoint].map(point), label: point(middle) }];
}
