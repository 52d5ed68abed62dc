import type { Instant } from '../../ids.js';
import type { ContestRules } from '../rules/contest-rules.js';

const MINUTE_MS = 60_000;

/** Until when what happened before an end may still arrive. */
export function graceEnd(
  end: Instant,
  { graceMinutes }: Pick<ContestRules, 'graceMinutes'>,
): Instant {
  return end + graceMinutes * MINUTE_MS;
}
