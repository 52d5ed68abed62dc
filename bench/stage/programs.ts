import { dirname } from 'node:path';

/** Where the built programs of the product lie: the bench is one of them. */
export const PROGRAMS = dirname(process.argv[1] ?? '');
