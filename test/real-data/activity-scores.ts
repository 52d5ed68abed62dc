import { attainmentOf, scoreOf } from '@bellwether/domain';
import type { OwnRow } from './compare-answers.js';
import type { FloorApi } from './floor-api.js';

/** A good day of a call centre: what is measured, how much of it, and percent of the score. */
const LINES = [
  { metric: 'answered', target: 10_000, weight: 50 },
  { metric: 'resolved', target: 7_000, weight: 20 },
  { metric: 'talk_time', target: 1_800, weight: 30 },
] as const;
const CAP = 100;

/** The activity score of everybody on each day, from what boards say they did. */
export async function activityScores(
  floor: FloorApi,
  dates: readonly string[],
): Promise<Map<string, OwnRow>> {
  const own = new Map<string, OwnRow>();
  for (const date of dates) {
    const boards = new Map<string, ReadonlyMap<string, number>>();
    for (const { metric } of LINES) {
      const board = await floor.board(`${metric}.day@${date}.reps`);
      boards.set(metric, new Map(board.map(({ name, score }) => [name, score])));
    }
    for (const { name } of await floor.board(`calls.day@${date}.reps`)) {
      const score = scoreOf(
        LINES.map(({ metric, target, weight }) => ({
          weight,
          cap: CAP,
          attainment: attainmentOf(boards.get(metric)?.get(name) ?? 0, target, 'higher'),
        })),
      );
      own.set(`${date} / ${name}`, {
        score_uncapped: score?.shown ?? null,
        score_capped_per_metric: score?.ranked ?? null,
      });
    }
  }
  return own;
}
