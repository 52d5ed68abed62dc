/**
 * @typedef {{ ok: boolean }[]} CheckResults
 * @typedef {{ status: string }[]} Assertions
 * @typedef {{ testResults: { status: string, assertionResults: Assertions }[] }} TestResults
 */

/**
 * Counts what passed and what failed: one for each check and one for each test. What should be there and
 * is not counts as a failure: no checks, no tests, a file whose tests never ran, a run that failed
 * with no test to blame.
 * @param {CheckResults | undefined} checks
 * @param {TestResults | undefined} tests
 * @param {boolean} testsSucceeded whether the test run ended with code 0
 * @returns {{ passed: number, failed: number }}
 */
export function tally(checks, tests, testsSucceeded) {
  const files = tests?.testResults ?? [];
  const results = [
    ...outcomesOf(checks?.map(({ ok }) => ok)),
    ...outcomesOf(files.flatMap(outcomesOfFile)),
  ];
  const passed = results.filter(Boolean).length;
  const failed = results.length - passed;
  return { passed, failed: failed === 0 && !testsSucceeded ? 1 : failed };
}

/** @param {TestResults['testResults'][number]} file */
function outcomesOfFile({ status, assertionResults }) {
  const outcomes = assertionResults
    .filter((test) => test.status === 'passed' || test.status === 'failed')
    .map((test) => test.status === 'passed');
  const fellOutside = status === 'failed' && outcomes.every(Boolean);
  return fellOutside ? [...outcomes, false] : outcomes;
}

/**
 * @param {boolean[] | undefined} outcomes
 * @returns {boolean[]}
 */
function outcomesOf(outcomes = []) {
  return outcomes.length === 0 ? [false] : outcomes;
}
