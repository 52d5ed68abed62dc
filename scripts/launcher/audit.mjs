import { judgeAudit } from './judge-audit.mjs';
import { runQuietly } from './run-quietly.mjs';

const COMMAND = ['npm', 'audit', '--omit=dev', '--json', '--fetch-retries=0'];

/**
 * Whether a weakness is known, of high severity or worse, in a package that the product runs with.
 * @returns {Promise<{ ok: boolean, skipped?: string, output: string }>}
 */
export async function audit() {
  const { output } = await runQuietly([...COMMAND, '--fetch-timeout=20000']);
  const judged = judgeAudit(output);
  if (judged.kind === 'weak') return { ok: false, output: judged.packages.join('\n') };
  const skipped = 'the registry does not answer what is known';
  return judged.kind === 'sound' ? { ok: true, output } : { ok: true, skipped, output };
}
