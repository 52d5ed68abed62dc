import type { Clock } from '@bellwether/application';

export const systemClock: Clock = { now: () => Date.now() };
