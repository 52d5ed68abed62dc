import type { KeptStorage } from '../memory/kept-storage.js';
import { lastVisit } from './last-visit.js';

/**
 * Notes when somebody is here, for as long as the page lives, and answers when their last visit was over; null
 * when that is not known.
 */
export function noteVisits(storage: KeptStorage, name: string): number | null {
  document.addEventListener('visibilitychange', () => lastVisit(storage, name, Date.now()));
  return lastVisit(storage, name, Date.now());
}
