import type { Instant } from '../ids.js';

/** Nodes tell every two seconds who is connected to them; a few of these may be late. */
const LATE_AFTER_MS = 12_000;
/** A wall that starts anew or changes nodes is back before; whoever is away for longer has lost something. */
const DARK_AFTER_MS = 180_000;
const DAY_MS = 86_400_000;
/** Twenty minutes each. */
const BARS = 72;

export type WallLife = 'live' | 'late' | 'dark';

/** A time in which nothing was heard of a wall. */
export interface Gap {
  readonly from: Instant;
  readonly to: Instant;
}

/** What was noted of a wall. */
export interface WallWatch {
  readonly gaps: readonly Gap[];
  readonly heardAt: Instant;
  readonly knownSince: Instant;
}

export interface WallDay {
  /** The last 24 hours in equal parts, the oldest first; `unknown` before it was first heard. */
  readonly bars: readonly (WallLife | 'unknown')[];
  readonly late: Lapses;
  readonly dark: Lapses;
}

interface Lapses {
  readonly times: number;
  readonly seconds: number;
}

/** How a wall is of which nothing was heard for so long. */
export function wallLife(silentMs: number): WallLife {
  if (silentMs < LATE_AFTER_MS) return 'live';
  return silentMs < DARK_AFTER_MS ? 'late' : 'dark';
}

/** The gap between two signs of life, when it is one. */
export function gapBetween(from: Instant, to: Instant): Gap | undefined {
  return wallLife(to - from) === 'live' ? undefined : { from, to };
}

/** The last 24 hours of a wall: one that is silent now is so since it was last heard. */
export function judgeWallDay({ gaps, heardAt, knownSince }: WallWatch, now: Instant): WallDay {
  const begin = now - DAY_MS;
  const open = gapBetween(heardAt, now);
  const all = [...gaps, ...(open ? [open] : [])].filter(({ to }) => to > begin);
  const bars = Array.from({ length: BARS }, (_, index) => {
    const part = {
      from: begin + (index * DAY_MS) / BARS,
      to: begin + ((index + 1) * DAY_MS) / BARS,
    };
    return part.to <= knownSince ? 'unknown' : worstIn(part, all);
  });
  return { bars, late: lapses(all, 'late', begin), dark: lapses(all, 'dark', begin) };
}

function worstIn(part: Gap, gaps: readonly Gap[]): WallLife {
  const lives = gaps.filter(({ from, to }) => from < part.to && to > part.from).map(lifeOf);
  return (['dark', 'late'] as const).find((life) => lives.includes(life)) ?? 'live';
}

function lapses(gaps: readonly Gap[], life: WallLife, begin: Instant): Lapses {
  const of = gaps.filter((gap) => lifeOf(gap) === life);
  const ms = of.reduce((sum, { from, to }) => sum + to - Math.max(from, begin), 0);
  return { times: of.length, seconds: Math.round(ms / 1_000) };
}

function lifeOf({ from, to }: Gap): WallLife {
  return wallLife(to - from);
}
