import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { applicationFlags } from './node-runtime.mjs';
import { root } from './paths.mjs';

const read = (...path) => readFileSync(join(root, ...path), 'utf8');
const manifest = (folder) => JSON.parse(read(folder, 'package.json'));
const dockerfile = read('docker', 'Dockerfile');
const compose = read('docker', 'compose.yaml');

/** The folders of our own packages that a package needs while it runs, with those that they need. */
function foldersNeeded(folder, found = new Set()) {
  for (const name of Object.keys(manifest(folder).dependencies ?? {})) {
    const needed = name.startsWith('@phancong/') ? `packages/${name.slice('@phancong/'.length)}` : null;
    if (!needed || found.has(needed)) continue;
    found.add(needed);
    foldersNeeded(needed, found);
  }
  return [...found].sort((a, b) => a.localeCompare(b));
}

const copies = [...dockerfile.matchAll(/^COPY (?!--from=(?:manifests|dependencies))(.+)$/gm)].map(([, words]) =>
  words.split(' ').filter((word) => !word.startsWith('--')),
);

describe('the image of a deployment', () => {
  it('carries the compiled code of every package that the api needs, and of no other', () => {
    const carried = [...dockerfile.matchAll(/^COPY --from=build \/app\/(packages\/[\w-]+)\/dist /gm)].map(
      (match) => match[1],
    );
    expect(carried.sort((a, b) => a.localeCompare(b))).toEqual(foldersNeeded('apps/api'));
  });

  it('runs Node as npm start does', () => {
    expect(dockerfile).toContain(`NODE_OPTIONS="${applicationFlags.join(' ')}"`);
  });

  it('copies only what is in the repository', () => {
    const sources = copies.flatMap((words) => words.slice(0, -1)).filter((source) => source !== '.');
    const inRepository = sources.map((source) => source.replace('/app/', '').replace(/\/dist$/, ''));
    expect(inRepository.length).toBeGreaterThan(8);
    expect(inRepository.filter((source) => !existsSync(join(root, source)))).toEqual([]);
  });

  it('runs on the Node that the repository runs on, pinned to the last digit', () => {
    expect(/^ARG NODE_IMAGE=\S+\/node:([\d.]+)-/m.exec(dockerfile)?.[1]).toBe(manifest('.').dependencies.node);
  });

  it('names every base by its full version', () => {
    const images = [...compose.matchAll(/^ +image: (docker\.io\S+)$/gm)].map((match) => match[1]);
    expect(images).toHaveLength(2);
    for (const image of images) expect(image).toMatch(/:\d+\.\d+(?:\.\d+)?-\w+/);
  });

  it('is configured with settings that the api knows', () => {
    const known = read('apps', 'api', 'src', 'platform', 'config', 'config.ts');
    const set = [...`${dockerfile}\n${compose}`.matchAll(/\b(PHANCONG_(?!IMAGE|SITE|TLS)[A-Z_]+)[=:]/g)].map(
      ([, name]) => name,
    );
    expect(set.length).toBeGreaterThan(4);
    expect(set.filter((name) => !known.includes(name))).toEqual([]);
  });

  it('mounts files that exist, or that create-secrets.sh makes', () => {
    const mounted = [...compose.matchAll(/^ +- \.\/([\w./-]+):/gm)].map((match) => match[1]);
    expect(mounted).toHaveLength(2);
    expect(mounted.filter((path) => !existsSync(join(root, 'docker', path)))).toEqual([]);
    const secrets = [...compose.matchAll(/file: \.\/secrets\/(\w+)/g)].map((match) => match[1]);
    const made = read('docker', 'create-secrets.sh');
    expect(secrets).toHaveLength(4);
    expect(secrets.filter((name) => !made.includes(`>${name}`))).toEqual([]);
  });
});
