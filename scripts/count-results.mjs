// `node scripts/count-results.mjs <checks.json> <tests.json> <exit code of the tests>`, for .ci/run:
// prints "N passed, N failed" and ends with 1 when anything failed.
import { readFileSync } from 'node:fs';
import { tally } from './launcher/tally.mjs';

const [checks = '', tests = '', code] = process.argv.slice(2);
const { passed, failed } = tally(readJson(checks), readJson(tests), code === '0');
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** @param {string} file */
function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
