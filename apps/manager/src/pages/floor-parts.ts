/** What of a floor is read over HTTP, and what one must be allowed for it. */
export const FLOOR_PARTS = {
  people: 'people.read',
  inbox: 'parked.manage',
  scorecards: 'scorecards.lead',
  sources: 'sources.manage',
  walls: 'screens.manage',
  members: 'members.manage',
  rescoring: 'metrics.manage',
  changes: 'audit.read',
  house: 'organisation.manage',
} as const;

export type FloorPart = keyof typeof FLOOR_PARTS;
