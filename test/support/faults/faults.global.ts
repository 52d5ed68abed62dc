import { buildServer } from './build-server.js';
import { clearResults, writeTable } from './table.js';

/** Builds the server that the fault tests start and kill; at the end, tells what they have seen. */
export default async function prepareFaults(): Promise<() => void> {
  clearResults();
  await buildServer();
  return writeTable;
}
