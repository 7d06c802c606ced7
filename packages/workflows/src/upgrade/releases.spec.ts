import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { releasedFlows } from '../flows/released-flows.js';
import { answerOf, type RecordedRelease } from './record-release.js';
import { mappings } from './mappings.js';
import { rehearseUpgrade } from './rehearse-upgrade.js';
import { shippedReleases } from './shipped-releases.js';

const folder = join(__dirname, '../../fixtures/releases');
const releases = readdirSync(folder).map(
  (name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as RecordedRelease,
);
const hint =
  'A released machine is not changed: keep it in flows/earlier, give the new one the next version and a mapping.';

describe('Every version that was ever released', () => {
  it.each(releasedFlows.map(({ id, version }) => ({ id, version })))('$id $version is kept', ({ id, version }) => {
    expect(releases.filter((kept) => kept.flow === id && kept.version === version)).toHaveLength(1);
  });

  it.each(mappings.map(({ flow, from, to }) => ({ flow, from, to })))(
    'of $flow leads on from $from to $to',
    ({ flow, from, to }) => {
      for (const version of [from, to]) {
        expect(releasedFlows.some((each) => each.id === flow && each.version === version)).toBe(true);
      }
    },
  );
});

describe.each(releases.map((release) => ({ ...release, name: `${release.flow} ${release.version}` })))(
  'The release $name',
  (release) => {
    const flow = releasedFlows.find((each) => each.id === release.flow && each.version === release.version);

    it(`says what it said when it was released. ${hint}`, () => {
      expect(flow?.hash).toBe(release.hash);
    });

    it('makes of every stored scene and every event what it made then', () => {
      if (!flow) throw new Error(`${release.flow} ${release.version} is gone. ${hint}`);
      for (const scene of release.scenes) {
        for (const move of scene.moves) {
          expect({ state: scene.snapshot.value, ...move, answer: answerOf(flow, scene, move) }).toEqual({
            state: scene.snapshot.value,
            ...move,
          });
        }
      }
    });

    it('can be taken to the newest version from every state, or is there', () => {
      if (!flow) throw new Error(`${release.flow} ${release.version} is gone. ${hint}`);
      for (const { snapshot, facts } of release.scenes) {
        const instance = { flow: flow.id, machineVersion: flow.version, snapshot, facts };
        const rehearsed = rehearseUpgrade(instance, shippedReleases, release.day);
        const isNewest = shippedReleases.newest[flow.id] === flow;
        expect([snapshot.value, rehearsed.kind]).toEqual([snapshot.value, isNewest ? 'current' : 'moves']);
      }
    });
  },
);
