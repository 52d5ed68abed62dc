import type { ScreenView, SeenWall, WallDayReply } from '@bellwether/contracts';
import { formatDuration } from '@bellwether/ui';

export interface WallFact {
  readonly name: string;
  readonly text: string;
  readonly tone: 'plain' | 'fine' | 'warn';
}

const DAY_MS = 86_400_000;
/** Less than this nobody sees on a clock of minutes. */
const RIGHT_WITHIN_MS = 50;

/** What is known of a wall, as far as it tells. */
export function wallFacts(
  { volume }: Pick<ScreenView, 'volume'>,
  { life, seenAt, engine, told }: SeenWall,
  now: number,
  { timeZone, locale }: { readonly timeZone: string; readonly locale: string },
): readonly WallFact[] {
  const heartbeat: WallFact = {
    name: 'Last heartbeat',
    text: `${formatDuration(Math.max(0, now - seenAt) / 1_000)} ago`,
    tone: life === 'live' ? 'fine' : 'warn',
  };
  if (!told) return [heartbeat, fact('Engine', engine)];
  const { vitals, toldAt } = told;
  const startedAt = toldAt - vitals.upSeconds * 1_000;
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone });
  const number = (value: number, digits: number) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);
  return [
    soundFact(vitals.sound, volume),
    heartbeat,
    fact('Up since', `${day.format(startedAt)}, ${upText(now - startedAt)}`),
    ...(vitals.memory === null
      ? []
      : [fact('Memory', `${number(vitals.memory / 1_000_000, 0)} MB`)]),
    ...(vitals.clockAhead === null ? [] : [fact('Clock', clockFact(vitals.clockAhead, number))]),
    fact('Engine', `${engine}, ${sizeText(vitals.width, vitals.height)}`),
  ];
}

/** `Last 24 hours: late once, for 40 s` */
export function dayText({ bars, late, dark }: WallDayReply): string {
  if (bars.every((bar) => bar === 'unknown')) return 'Last 24 hours: nothing was heard yet';
  const told = [lapseText('dark', dark), lapseText('late', late)].filter((text) => text !== '');
  if (told.length > 0) return `Last 24 hours: ${told.join(', ')}`;
  return bars.includes('unknown')
    ? 'Last 24 hours: live since it was opened'
    : 'Last 24 hours: live all the time';
}

function lapseText(word: string, { times, seconds }: WallDayReply['late']): string {
  if (times === 0) return '';
  const often = times === 1 ? 'once' : times === 2 ? 'twice' : `${times} times`;
  return `${word} ${often}, for ${formatDuration(seconds)}`;
}

function soundFact(sound: 'ready' | 'locked' | 'absent', volume: number): WallFact {
  if (sound === 'locked')
    return { name: 'Sound', text: 'Locked: press OK on its remote', tone: 'warn' };
  if (sound === 'absent') return fact('Sound', 'It has no bell');
  return fact('Sound', volume === 0 ? 'Silent' : `On, ${Math.round(volume * 100)} %`);
}

function upText(ms: number): string {
  const days = Math.floor(ms / DAY_MS);
  if (days === 0) return formatDuration(Math.max(0, ms) / 1_000);
  return days === 1 ? 'one day' : `${days} days`;
}

function clockFact(ahead: number, number: (value: number, digits: number) => string): string {
  const off = Math.abs(ahead);
  if (off < RIGHT_WITHIN_MS) return 'Right';
  const text = off < 60_000 ? `${number(off / 1_000, 1)} s` : formatDuration(off / 1_000);
  return `${text} ${ahead > 0 ? 'ahead' : 'behind'}`;
}

function sizeText(width: number, height: number): string {
  if (width === 1920 && height === 1080) return '1080p';
  return width === 3840 && height === 2160 ? '4K' : `${width} × ${height}`;
}

function fact(name: string, text: string): WallFact {
  return { name, text, tone: 'plain' };
}
