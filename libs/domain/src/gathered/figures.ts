import { CUSTOMER_CARE } from './customer-care.js';
import type { GatheredFigure } from './group.js';
import { OPEN_DEALS } from './open-deals.js';
import { RECURRING } from './recurring.js';
import { SELLING } from './selling.js';

const ALL = { ...RECURRING, ...CUSTOMER_CARE, ...SELLING, ...OPEN_DEALS };
export type GatheredFigureName = keyof typeof ALL;

/** What measures can count of records that belong together. */
export const GATHERED_FIGURES: Readonly<Record<GatheredFigureName, GatheredFigure>> = ALL;
