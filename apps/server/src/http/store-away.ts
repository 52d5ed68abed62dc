/** Classes of PostgreSQL's own codes: no connection, no room for one or for data, shut down. */
const POSTGRES = /^(08|53|57P)/;
const SYSTEM = ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT'];
/** What the clients say without a code. */
const WORDS = /^(Connection terminated|timeout exceeded when trying to connect|The client is)/;

/** Whether a store could not be reached, or could take nothing: trying again later may help. */
export function isStoreAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { readonly code?: unknown };
  if (typeof code !== 'string') return WORDS.test(error.message);
  return POSTGRES.test(code) || SYSTEM.includes(code);
}
