import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const project = fileURLToPath(new URL('../..', import.meta.url));
