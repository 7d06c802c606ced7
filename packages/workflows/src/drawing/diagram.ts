export interface Point {
  x: number;
  y: number;
}

export interface DiagramNode extends Point {
  id: string;
  w: number;
  h: number;
}

export interface DiagramEdge {
  id: string;
  event: string;
  from: string;
  to: string;
  /** From the edge of the one box to the edge of the other. */
  points: Point[];
  /** Middle of the event's words. */
  label: Point;
}

/** A flow laid out from top to bottom, in pixels of a phone's width. */
export interface Diagram {
  width: number;
  height: number;
  nodes: DiagramNode[];
  edges: DiagramEdge[];
}
