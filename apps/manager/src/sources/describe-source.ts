import { formatDuration } from '@bellwether/ui';
import { agoText } from '../page/tile-text.js';
import type { Source } from './sources.svelte.js';

export type Tone = 'good' | 'plain' | 'late' | 'bad';

/** How a source is doing, in a word and a sentence. */
export interface SourceWords {
  readonly label: string;
  readonly line: string;
  readonly tone: Tone;
}

export function describeSource(source: Source, now: number): SourceWords {
  const last = source.lastAt === null ? null : agoText(Date.parse(source.lastAt), now);
  switch (source.state) {
    case 'waiting':
      return { label: 'Waiting', line: 'Nothing has arrived from it yet', tone: 'late' };
    case 'fresh':
      return { label: 'Fresh', line: `Received ${last}`, tone: 'good' };
    case 'quiet':
      return { label: 'Quiet', line: `Received ${last}, as is usual for it`, tone: 'plain' };
    case 'failing':
      return { label: 'Failing', line: 'The latest request was refused', tone: 'bad' };
    case 'silent':
      return { label: 'Silent', line: silenceText(source), tone: 'bad' };
    case 'paused':
      return { label: 'Paused', line: heldText(source), tone: 'late' };
  }
}

/** `Nothing for 4 h of work. It used to send within 40 min`. */
function silenceText({ silentForMs, unusualAfterMs, silentAfterMinutes }: Source): string {
  const silent = `Nothing for ${workText(silentForMs ?? 0)}`;
  if (unusualAfterMs === null) return silent;
  const usual = formatDuration(unusualAfterMs / 1_000);
  return silentAfterMinutes === null
    ? `${silent}. More than ${usual} is unusual for it`
    : `${silent}. You asked to be told after ${usual}`;
}

function heldText({ held }: Source): string {
  if (held === 0) return 'What it sends is kept, and counts when it goes on';
  return held === 1
    ? '1 delivery is kept until it goes on'
    : `${held} deliveries are kept until it goes on`;
}

function workText(ms: number): string {
  return `${formatDuration(ms / 1_000)} of work`;
}
