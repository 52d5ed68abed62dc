import { withoutNoise } from './without-noise.js';
import type { PersonId } from '../../ids.js';
import { factorOf } from '../chance/factor-of.js';
import type { ScorePart } from '../judgement.js';
import type { Contribution } from './contributions.js';
import type { Entrant } from './entrants.js';
import { shareOfHeads } from './heads.js';
import type { Play } from './play.js';
import type { QuantityOf } from './score-of.js';
import { scorerFor } from './score-of.js';

/** Adds up what an entrant does, and tells what it is worth. */
export interface Tally {
  add(contribution: Contribution): void;
  score(): number;
  parts(): readonly ScorePart[];
  readonly quantityOf: QuantityOf;
}

type Ground = Pick<Play, 'rules' | 'roster' | 'startsAt' | 'endsAt'>;

/** The tally that the score rule asks for. */
export function tallyFor(ground: Ground, entrant: Entrant): Tally {
  const { entrants, score } = ground.rules;
  const boosted = (one: Entrant) => boostedTally(ground, one);
  if (entrants === 'reps' || score.group.kind === 'sum') return boosted(entrant);
  if (score.group.kind === 'best') return bestTally(entrant, score.group.count, boosted);
  return averageTally(boosted(entrant), shareOfHeads(ground, entrant));
}

function plainTally({ rules }: Ground, entrant: Entrant): Tally {
  const quantities = new Map<string, number>();
  const scorer = scorerFor(rules.score, entrant);
  const quantityOf = (metric: string) => quantities.get(metric) ?? 0;
  return {
    add(contribution) {
      for (const metric in contribution.quantities) {
        const quantity = contribution.quantities[metric] ?? 0;
        quantities.set(metric, quantityOf(metric) + quantity);
      }
    },
    score: () => scorer.score(quantityOf),
    parts: () => scorer.parts(quantityOf),
    quantityOf,
  };
}

/** What chance adds is capped; gates and tie-breaks ask for what was really done. */
function boostedTally(ground: Ground, entrant: Entrant): Tally {
  const plain = plainTally(ground, entrant);
  const { multiplier } = ground.rules.score;
  const { seed } = ground.roster;
  if (multiplier === null || seed === null) return plain;
  const boosted = plainTally(ground, entrant);
  return {
    ...plain,
    add(contribution) {
      plain.add(contribution);
      const times = factorOf(multiplier, seed, contribution);
      const quantities = Object.fromEntries(
        Object.entries(contribution.quantities).map(([metric, quantity]) => [
          metric,
          // Half away from nothing, so that what is taken back takes back as much as it gave.
          Math.sign(quantity) * Math.round((Math.abs(quantity) * times) / 1_000),
        ]),
      );
      boosted.add({ ...contribution, quantities });
    },
    score: () => plain.score() + Math.min(multiplier.most, boosted.score() - plain.score()),
  };
}

/** Each person's own score, the best of them added up. */
function bestTally(entrant: Entrant, count: number, tallyOf: (one: Entrant) => Tally): Tally {
  const people = new Map<PersonId, Tally>();
  const whole = tallyOf(entrant);
  const best = () =>
    [...people.values()]
      .map((tally) => ({ tally, score: tally.score() }))
      .toSorted((a, b) => b.score - a.score)
      .slice(0, count);
  return {
    add(contribution) {
      whole.add(contribution);
      const { personId } = contribution;
      const known = people.get(personId) ?? tallyOf(alone(entrant, personId));
      people.set(personId, known);
      known.add(contribution);
    },
    score: () => best().reduce((sum, { score }) => sum + score, 0),
    parts: () => {
      const parts = best().map(({ tally }) => tally.parts());
      return whole.parts().map(({ metric }, line) => ({
        metric,
        quantity: sumOf(parts.map((one) => one[line]?.quantity)),
        score: sumOf(parts.map((one) => one[line]?.score)),
      }));
    },
    quantityOf: whole.quantityOf,
  };
}

function averageTally(whole: Tally, share: number): Tally {
  const average = (value: number) => withoutNoise(value * share);
  return {
    ...whole,
    score: () => average(whole.score()),
    parts: () => whole.parts().map((part) => ({ ...part, score: average(part.score) })),
  };
}

function alone(entrant: Entrant, personId: PersonId): Entrant {
  const person = entrant.people.find((one) => one.personId === personId);
  return { ...entrant, facts: person ?? {}, people: person ? [person] : [] };
}

function sumOf(values: readonly (number | undefined)[]): number {
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}
