import type { Unit } from '@bellwether/contracts';

/** A target or a pace as it is told: nobody can bring 42.86 calls, so it takes 43; and nobody counts its cents. */
export function roundedAim(unit: Unit, amount: number): number {
  switch (unit.kind) {
    case 'count':
    case 'points':
      return upTo(1000, amount);
    case 'money':
      return upTo(10 ** unit.minorDigits, amount);
    case 'duration':
      return amount >= 600 ? upTo(60, amount) : Math.ceil(amount);
    case 'days':
    case 'per':
    case 'ratio':
    case 'share':
    case 'place':
      return amount;
  }
}

/** What is left of a division is no reason for one more. */
function upTo(step: number, amount: number): number {
  return Math.ceil(amount / step - 1e-6) * step;
}
