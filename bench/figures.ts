import type { Figure } from './figure.js';
import { intake } from './figures/intake.js';
import { batches } from './figures/batches.js';

/** Everything that is measured, in this order. */
export const FIGURES: readonly Figure[] = [intake, batches];
