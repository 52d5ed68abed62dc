import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PersonId, TeamId } from '../ids.js';
import type { BusinessDate } from '../time/business-date.js';
import { addDays } from '../time/business-date.js';
import type { Membership } from './membership.js';
import { moveTo, rosterOf } from './membership.js';

const ada = 1 as PersonId;
const [iberia, nordics] = [10 as TeamId, 20 as TeamId];
const day = (offset: number) => addDays('2026-01-01' as BusinessDate, offset);

describe('the team of somebody', () => {
  it('is the one of the day', () => {
    const moves = moveTo([{ personId: ada, teamId: iberia, from: day(0), until: null }], {
      personId: ada,
      teamId: nordics,
      from: day(31),
    });
    const teamOn = rosterOf(moves);
    expect([-1, 0, 30, 31, 400].map((offset) => teamOn(ada, day(offset)))).toEqual([
      undefined,
      iberia,
      iberia,
      nordics,
      nordics,
    ]);
  });

  it('may be none for a while', () => {
    const left = moveTo([{ personId: ada, teamId: iberia, from: day(0), until: null }], {
      personId: ada,
      teamId: null,
      from: day(10),
    });
    expect(rosterOf(left)(ada, day(9))).toBe(iberia);
    expect(rosterOf(left)(ada, day(10))).toBeUndefined();
  });

  it('never is two at once, and is the move that was made last for its day', () => {
    const move = fc.record({
      teamId: fc.constantFrom(iberia, nordics, null),
      from: fc.nat({ max: 20 }),
    });
    fc.assert(
      fc.property(fc.array(move, { maxLength: 8 }), (moves) => {
        let memberships: Membership[] = [];
        for (const { teamId, from } of moves) {
          memberships = moveTo(memberships, { personId: ada, teamId, from: day(from) });
        }
        for (let offset = 0; offset < 25; offset += 1) {
          const holding = memberships.filter(
            ({ from, until }) => from <= day(offset) && (until === null || day(offset) < until),
          );
          expect(holding.length).toBeLessThanOrEqual(1);
        }
        const last = moves.at(-1);
        const team = last && rosterOf(memberships)(ada, day(last.from));
        expect(team).toBe(last?.teamId ?? undefined);
      }),
    );
  });
});
