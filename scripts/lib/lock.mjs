/**
 * What package-lock.json asks for and node_modules does not have, by comparing it with the list that npm keeps of what it
 * installed (node_modules/.package-lock.json). Packages for other platforms may be missing. Empty means: nothing to install.
 */
export function findMissingPackages(lock, installed) {
  return Object.entries(lock.packages)
    .filter(([path, wanted]) => path.includes('node_modules/') && !wanted.link)
    .filter(([path, wanted]) => {
      const found = installed.packages[path];
      return found ? found.version !== wanted.version : !wanted.optional;
    })
    .map(([path]) => path);
}

/**
 * Optional dependencies that the lock does not list. npm forgets the packages of other platforms when a lock is renewed beside a
 * filled node_modules; `npm ci` then fails on the machines of everybody else.
 */
export function findUnlockedOptionals(lock) {
  const missing = [];
  for (const [path, entry] of Object.entries(lock.packages)) {
    for (const name of Object.keys(entry.optionalDependencies ?? {})) {
      if (!isLocked(lock, path, name)) missing.push(`${path || '(root)'} → ${name}`);
    }
  }
  return missing;
}

/** Looks for the package as Node would: beside the one who needs it, then one folder up, and so on. */
function isLocked(lock, path, name) {
  for (let place = path; ; place = parentOf(place)) {
    if (lock.packages[`${place ? `${place}/` : ''}node_modules/${name}`]) return true;
    if (place === '') return false;
  }
}

function parentOf(path) {
  const end = path.lastIndexOf('/node_modules/');
  return end === -1 ? '' : path.slice(0, end);
}
