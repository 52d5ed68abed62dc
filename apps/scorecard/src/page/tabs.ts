/** The pages of a phone whose person has a scorecard. */
export const TABS = ['today', 'numbers', 'me'] as const;
export type Tab = (typeof TABS)[number];
