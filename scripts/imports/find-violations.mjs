import { posix } from 'node:path';
import { readImports } from './read-imports.mjs';
import {
  featureEdges,
  impureModules,
  privateFiles,
  purePackages,
  sideDoors,
  typeormFiles,
  workspaceEdges,
} from './rules.mjs';

const testFile = /\.(spec|e2e-spec)\.tsx?$|\/testing\/|jest/;

/**
 * Says which imports of a file go against the rules, each as { path, line, message }; the message tells what to do instead.
 * `path` is relative to the repository, with forward slashes.
 */
export function findViolations(path, text) {
  const [parent, name, , ...inside] = path.split('/');
  const workspace = `${parent}/${name}`;
  if (!(workspace in workspaceEdges)) {
    return [
      {
        path,
        line: 1,
        message: `${workspace} is not in workspaceEdges (scripts/imports/rules.mjs): add it with its edges.`,
      },
    ];
  }
  const file = { path, workspace, inside: inside.join('/'), isTest: testFile.test(path) };
  const { imports, surroundings } = readImports(path, text);
  const problems = [
    ...imports.flatMap((entry) => rules.map((rule) => at(entry.line, rule(file, entry)))),
    ...surroundings.map(({ name: used, line }) => at(line, refuseSurroundings(file, used))),
  ];
  return problems.filter((problem) => problem.message).map((problem) => ({ path, ...problem }));
}

const rules = [refuseWorkspace, refuseLeavingPackage, refuseImpurity, refuseTypeorm, refuseApiLayers, refuseWebLayers];

function refuseWorkspace({ workspace, isTest }, { target }) {
  const [, name, deep] = /^@phancong\/([^/]+)(\/.*)?$/.exec(target) ?? [];
  if (!name) return undefined;
  if (deep && !sideDoors[name]?.includes(deep) && !(isTest || workspace === 'packages/testing'))
    return `Import @phancong/${name} itself: index.ts and sideDoors (scripts/imports/rules.mjs) are its only doors.`;
  const allowed = workspaceEdges[workspace];
  if (allowed.includes(name) || (isTest && name === 'testing') || workspace.endsWith(`/${name}`)) return undefined;
  return `${workspace} may not import ${name}. Allowed: ${allowed.join(', ') || 'nothing of ours'}. Hand the value in as an argument, or move the code down.`;
}

function refuseLeavingPackage({ path, workspace }, { target }) {
  if (!target.startsWith('.') || resolve(path, target).startsWith(`${workspace}/`)) return undefined;
  return `A relative import may not leave ${workspace}: import the package by its name.`;
}

function refuseImpurity({ workspace, isTest }, { target, isType }) {
  const pure = purePackages[workspace];
  if (!pure || isTest || isType) return undefined;
  const isImpure = target.startsWith('node:')
    ? !pure.nodeModules.includes(target)
    : impureModules.some((module) => module.test(target));
  return isImpure
    ? `${workspace} is pure and may not import ${target}: let apps/api do it and hand the result in.`
    : undefined;
}

function refuseSurroundings({ workspace, isTest }, used) {
  if (!(workspace in purePackages) || isTest) return undefined;
  return `${workspace} is pure and may not use ${used}: let today's date, the id or the setting arrive as an argument.`;
}

function refuseTypeorm({ path, workspace, isTest }, { target, isType }) {
  if (workspace !== 'apps/api' || target !== 'typeorm' || isType || isTest || typeormFiles.test(path)) return undefined;
  return 'Only *.repository.ts, *.entity.ts, migrations and platform/database use TypeORM: move the query to a repository.';
}

/** features → platform; feature → feature along the declared edges and past its private files; nobody → main, cli, bench. */
function refuseApiLayers(file, { target, isType }) {
  if (file.workspace !== 'apps/api' || file.isTest || !target.startsWith('.')) return undefined;
  const [layer, feature] = file.inside.split('/');
  const [toLayer, toFeature] = insideOf(file, target);
  if (layer === 'platform' && toLayer !== 'platform') {
    return 'platform/ knows no feature: let the feature register itself, or move the code into the feature.';
  }
  if (layer !== 'features') return undefined;
  if (['cli', 'bench', 'main.js', 'app.module.js'].includes(toLayer)) return `A feature may not import ${toLayer}.`;
  if (file.path.endsWith('.entity.ts') && target.endsWith('.service.js'))
    return 'An entity has no behaviour: it may not import a service.';
  if (toLayer !== 'features' || toFeature === feature || isType) return undefined;
  if (toFeature !== 'people' && !featureEdges[feature]?.includes(toFeature)) {
    return `Feature ${feature} may not import ${toFeature}: see featureEdges in scripts/imports/rules.mjs.`;
  }
  if (!privateFiles.test(target) || file.path.endsWith('.module.ts')) return undefined;
  return `${target} is private to feature ${toFeature}: ask its service or repository for what you need.`;
}

/** app → features → components, config, lib; no feature → feature. */
function refuseWebLayers(file, { target }) {
  if (file.workspace !== 'apps/web' || file.isTest || !target.startsWith('.')) return undefined;
  const [layer, feature] = file.inside.split('/');
  const [toLayer, toFeature] = insideOf(file, target);
  if (layer === 'features' && toLayer === 'app') return 'A feature may not import app/: let the route hand it in.';
  if (layer === 'features' && toLayer === 'features' && toFeature !== feature) {
    return `Feature ${feature} may not import feature ${toFeature}: let the route compose both, or move the shared part to components/ or lib/.`;
  }
  if (['components', 'lib', 'config'].includes(layer) && ['features', 'app'].includes(toLayer)) {
    return `${layer}/ knows no feature: hand what it needs in as a property.`;
  }
  return undefined;
}

function insideOf({ path, workspace }, target) {
  return resolve(path, target).slice(`${workspace}/src/`.length).split('/');
}

function resolve(path, target) {
  return posix.normalize(posix.join(posix.dirname(path), target));
}

function at(line, message) {
  return { line, message };
}
