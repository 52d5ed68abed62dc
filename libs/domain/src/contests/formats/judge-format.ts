import type { Play } from '../counting/play.js';
import type { Outcome } from '../ranking/outcome.js';
import { judgeBingo } from './bingo.js';
import { judgeBracket } from './bracket.js';
import { judgeDuel } from './duel.js';
import { judgeElimination } from './elimination.js';
import { judgeEpicGoal } from './epic-goal.js';
import { judgeKingOfTheHill } from './king-of-the-hill.js';
import { judgeLeague } from './league.js';
import { judgeRace } from './race.js';
import { judgeRaffle } from './raffle.js';
import { judgeRank } from './rank.js';
import { judgeRelay } from './relay.js';
import { judgeStreak } from './streak.js';

/** Asks the format of the rules. */
export function judgeFormat(play: Play): Outcome {
  const { format } = play.rules;
  switch (format.kind) {
    case 'rank':
      return judgeRank(play);
    case 'race':
      return judgeRace(play, format);
    case 'duel':
      return judgeDuel(play, format);
    case 'bracket':
      return judgeBracket(play, format);
    case 'league':
      return judgeLeague(play, format);
    case 'king-of-the-hill':
      return judgeKingOfTheHill(play);
    case 'elimination':
      return judgeElimination(play, format);
    case 'epic-goal':
      return judgeEpicGoal(play, format);
    case 'raffle':
      return judgeRaffle(play, format);
    case 'streak':
      return judgeStreak(play, format);
    case 'bingo':
      return judgeBingo(play, format);
    case 'relay':
      return judgeRelay(play, format);
  }
}
