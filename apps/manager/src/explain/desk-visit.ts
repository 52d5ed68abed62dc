import { KeptStorage, noteVisits, storageOfBrowser } from '@bellwether/ui';

/** When somebody was last at this desk; null when that is not known. */
export const LAST_VISIT = noteVisits(new KeptStorage(storageOfBrowser()), 'bellwether.desk.visit');
