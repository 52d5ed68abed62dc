import type { Figure } from './figure.js';
import { batches } from './figures/batches.js';
import { fanOut } from './figures/fan-out.js';
import { growth } from './figures/growth.js';
import { idle } from './figures/idle.js';
import { intake } from './figures/intake.js';
import { library } from './figures/library.js';
import { rescoring } from './figures/rescoring.js';
import { screens } from './figures/screens.js';
import { wall } from './figures/wall.js';

/** Everything that is measured, in this order. */
export const FIGURES: readonly Figure[] = [
  intake,
  screens,
  batches,
  fanOut,
  growth,
  wall,
  idle,
  library,
  rescoring,
];
