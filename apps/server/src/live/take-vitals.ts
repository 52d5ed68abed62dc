import type { Vitals as Told } from '@bellwether/contracts';
import { Vitals } from '@bellwether/contracts';
import type { LiveSocket } from './live-socket.js';

/** Walls tell every ten seconds, and when a slide changes. What comes sooner is passed over. */
const NOT_BEFORE_MS = 1_000;

/** What a wall has told of itself, and when. */
export interface ToldVitals {
  readonly toldAt: number;
  readonly vitals: Told;
}

/** Keeps what a screen tells about itself, for the next beat to pass on. */
export function takeVitals({ data }: LiveSocket, message: unknown, now: number): void {
  if (data.caller.grant.role !== 'screen') return;
  if (data.told && now - data.told.toldAt < NOT_BEFORE_MS) return;
  const parsed = Vitals.safeParse(message);
  if (parsed.success) data.told = { toldAt: now, vitals: parsed.data };
}
