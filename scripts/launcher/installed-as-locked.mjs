/**
 * @typedef {{ version?: string, optional?: boolean, peer?: boolean }} LockedPackage
 * @typedef {{ packages?: Record<string, LockedPackage> }} Lock
 */

/**
 * Whether what npm noted in node_modules is what package-lock.json asks for. Optional packages may be
 * missing: most of them are for other systems.
 * @param {Lock} lock
 * @param {Lock} installed
 * @returns {boolean}
 */
export function installedAsLocked(lock, installed) {
  const present = installed.packages ?? {};
  const wanted = Object.entries(lock.packages ?? {}).filter(([path]) => path !== '');
  const names = new Set(wanted.map(([path]) => path));
  return (
    wanted.length > 0 &&
    wanted.every(([path, { version, optional }]) =>
      path in present ? present[path]?.version === version : optional === true,
    ) &&
    Object.keys(present).every((path) => names.has(path))
  );
}
