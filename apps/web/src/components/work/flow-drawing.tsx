import type { FlowDiagram, FlowId } from '@phancong/contracts';
import { diagrams } from '@phancong/workflows';
import { useEffect, useRef } from 'react';

import { defineWords } from '../../lib/i18n/define-words.js';
import { useSay } from '../../lib/i18n/i18n.js';
import { useFlows } from '../../lib/queries/get-flows.js';
import classes from './flow-drawing.module.css';

const useDrawingWords = defineWords(
  'flowDrawing',
  { label: 'Sơ đồ quy trình {{flow}}; hiện ở «{{state}}»' },
  { label: 'Workflow of {{flow}}; now at “{{state}}”' },
);

interface DrawnFlowProps {
  diagram: FlowDiagram;
  label: string;
  wordsOfState: (state: string) => string;
  wordsOfEvent: (event: string) => string;
  /** Where the work is: "you are here"; null on a drawing of the flow alone. */
  state: string | null;
  /** States that the history has been through. */
  passed: readonly string[];
}

/** States as boxes, moves as arrows, "you are here" filled. */
export function DrawnFlow({ diagram, label, wordsOfState, wordsOfEvent, state, passed }: DrawnFlowProps) {
  const here = useRef<SVGForeignObjectElement>(null);
  useEffect(() => {
    const frame = here.current?.closest('[data-drawing]');
    const node = diagram.nodes.find(({ id }) => id === state);
    if (!frame || !node) return;
    const scale = frame.scrollWidth / diagram.width;
    frame.scrollLeft = (node.x + node.w / 2) * scale - frame.clientWidth / 2;
  }, [diagram, state]);
  return (
    <div className={classes.frame} data-drawing role="region" aria-label={label} tabIndex={0}>
      <svg
        className={classes.drawing}
        viewBox={`0 0 ${diagram.width} ${diagram.height}`}
        style={{
          maxWidth: diagram.width * 1.15,
          minWidth: Math.min(diagram.width, Math.max(300, diagram.width * 0.76)),
        }}
        role="img"
        aria-label={label}
      >
        <defs>
          <marker id="arrow-head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
            <path d="M0 0 8 4 0 8z" className={classes.head} />
          </marker>
        </defs>
        {diagram.edges.map((edge) => (
          <g key={edge.id}>
            <polyline
              className={classes.edge}
              data-leaving={edge.from === state || undefined}
              points={edge.points.map(({ x, y }) => `${x},${y}`).join(' ')}
              markerEnd="url(#arrow-head)"
            />
            <text
              className={classes.event}
              x={edge.label.x}
              y={edge.label.y}
              data-leaving={edge.from === state || undefined}
            >
              {wordsOfEvent(edge.event)}
            </text>
          </g>
        ))}
        {diagram.nodes.map((node) => (
          <foreignObject
            key={node.id}
            ref={node.id === state ? here : null}
            x={node.x}
            y={node.y}
            width={node.w}
            height={node.h}
          >
            <div
              className={classes.state}
              data-here={node.id === state || undefined}
              data-passed={passed.includes(node.id) || undefined}
            >
              {wordsOfState(node.id)}
            </div>
          </foreignObject>
        ))}
      </svg>
    </div>
  );
}

interface FlowDrawingProps {
  flow: FlowId;
  version: number;
  /** The drawing of an office's own flow; the shipped ones are checked in. */
  diagram?: FlowDiagram | undefined;
  state: string;
  passed: readonly string[];
}

/** Draws the flow of a piece of work from its checked-in layout, or from that of an office's own. */
export function FlowDrawing({ flow, version, diagram = diagrams[flow], state, passed }: FlowDrawingProps) {
  const t = useDrawingWords();
  const say = useSay();
  const flows = useFlows();
  return (
    <DrawnFlow
      diagram={diagram}
      label={t('label', { flow: say(flows.words(flow, version)), state: say(flows.state(flow, state, version).words) })}
      wordsOfState={(id) => say(flows.state(flow, id, version).words)}
      wordsOfEvent={(event) => say(flows.event(flow, event, version))}
      state={state}
      passed={passed}
    />
  );
}
