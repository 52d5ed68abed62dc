/**
 * @typedef {{ severity: string, range?: string }} Weakness
 */

/**
 * What `npm audit --json` said of the packages that the product runs with.
 * @param {string} output
 * @returns {{ kind: 'sound' } | { kind: 'no answer' } | { kind: 'weak', packages: string[] }}
 */
export function judgeAudit(output) {
  const found = weaknessesIn(output);
  if (!found) return { kind: 'no answer' };
  const packages = Object.entries(found)
    .filter(([, { severity }]) => severity === 'high' || severity === 'critical')
    .map(([name, { severity, range = '' }]) => `${name} ${range}: ${severity}`);
  return packages.length === 0 ? { kind: 'sound' } : { kind: 'weak', packages };
}

/**
 * @param {string} output
 * @returns {Record<string, Weakness> | undefined}
 */
function weaknessesIn(output) {
  try {
    return JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1))
      .vulnerabilities;
  } catch {
    return undefined;
  }
}
