import { KeptStorage, noteVisits, storageOfBrowser } from '@bellwether/ui';

/** When somebody last had their phone out for this; null when that is not known. */
export const LAST_VISIT = noteVisits(new KeptStorage(storageOfBrowser()), 'bellwether.phone.visit');
