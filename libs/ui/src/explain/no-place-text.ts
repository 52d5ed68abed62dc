import type { ExplainReply } from '@bellwether/contracts';
import { formatScore } from '../numbers/format-score.js';

/** Why a number has no place: `3 of 5 calls. A value is shown from 5 on`. */
export function noPlaceText(
  { has, needs, one, many, isShown }: NonNullable<ExplainReply['noPlace']>,
  locale: string,
): string {
  const unit = { kind: 'count', one, many } as const;
  const told = (count: number) => formatScore(unit, count * ONE, locale);
  const so = `${told(has)} of ${told(needs)} ${needs === 1 ? one : many}`;
  return isShown
    ? `No place yet: ${so}. Fewer say too little to compare`
    : `Not shown yet: ${so}. Fewer say too little`;
}

/** Thousandths, as counts are told. */
const ONE = 1_000;
