import { doDuties } from './do-duties.js';

/** The processes that the bench starts besides the product's own. */
const PROCESSES = {
  load: async () => (await import('../load/load-duties.js')).loadDuties,
  reference: async () => (await import('../reference/reference-duties.js')).referenceDuties,
  sockets: async () => (await import('../live/socket-duties.js')).socketDuties,
};

/** Becomes one of them. */
export async function runProcess(name: string): Promise<void> {
  doDuties(await PROCESSES[name as keyof typeof PROCESSES]());
}
