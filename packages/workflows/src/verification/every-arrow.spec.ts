import { describe, expect, it } from '@jest/globals';

import type { Flow } from '../engine/flow.js';
import { statusIn } from '../engine/step-machine.js';
import { transitionTable } from '../engine/transition-table.js';
import { flows } from '../flows/released-flows.js';
import { exploreFlow, type Step } from './explore-flow.js';
import { Rehearsal, wasRefused, type Scene } from './rehearsal.js';
import { shippedSamples } from './shipped-samples.js';

/** Plays a generated path once more from the start and checks each scene against the tables. */
function walk(flow: Flow, way: readonly Step[]): Scene {
  const rehearsal = new Rehearsal(flow, shippedSamples);
  let scene = rehearsal.open();
  if (wasRefused(scene)) throw new Error(scene.words.vi);
  for (const { event, actor } of way) {
    const played = rehearsal.play(scene, event, actor);
    if (wasRefused(played)) throw new Error(`${event}: ${played.words.vi}`);
    expect(played.arrow.source).toBe(scene.snapshot.value);
    expect(played.snapshot.value).toBe(played.arrow.target);
    scene = played;
  }
  return scene;
}

describe.each(Object.values(flows))('Every way through the flow $id', (flow) => {
  const { ways, complete } = exploreFlow(new Rehearsal(flow, shippedSamples));
  const arrows = [...transitionTable(flow.machine).values()].flatMap((byEvent) => [...byEvent.values()].flat());

  it('is found: each arrow of the machine is taken by somebody', () => {
    expect(complete).toBe(true);
    expect(arrows.filter((arrow) => !ways.has(arrow))).toEqual([]);
  });

  it.each([...ways].map(([arrow, way]) => ({ name: `${arrow.source} —${arrow.event}→ ${arrow.target}`, arrow, way })))(
    'leads along $name',
    ({ arrow, way }) => {
      const { snapshot } = walk(flow, way);
      expect(snapshot.value).toBe(arrow.target);
      expect(snapshot.status).toBe(statusIn(flow.machine, arrow.target));
    },
  );
});
