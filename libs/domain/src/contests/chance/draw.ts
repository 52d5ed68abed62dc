import { sha256 } from './sha256.js';

/**
 * What is published of a seed before anything is drawn: its SHA-256. Keep the seed to yourself until the end, and make
 * it long and random, or somebody guesses it.
 */
export function commitmentTo(seed: string): string {
  return sha256(seed);
}

/** Digits of a hash that are used: 2^52 is exact in a number. */
const DIGITS = 13;
const RANGE = 16 ** DIGITS;

/**
 * A whole number from 0 to below `below`, each as likely: the first 13 hexadecimal digits of SHA-256 of
 * `seed|label|attempt`, modulo `below`. Attempts count from 0; those that would favour small numbers are passed over.
 */
export function drawBelow(seed: string, label: string, below: number): number {
  const fair = RANGE - (RANGE % below);
  for (let attempt = 0; ; attempt += 1) {
    const drawn = Number.parseInt(sha256(`${seed}|${label}|${attempt}`).slice(0, DIGITS), 16);
    if (drawn < fair) return drawn % below;
  }
}
