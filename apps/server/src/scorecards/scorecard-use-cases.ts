import {
  KeepScorecards,
  ListScorecards,
  MeasurePeople,
  ProposeTargets,
  ReviewScorecard,
  SeeScorecard,
} from '@bellwether/application';
import {
  PostgresDailyTotals,
  PostgresDirectories,
  PostgresPresences,
  PostgresScorecards,
  PostgresTotals,
} from '@bellwether/persistence';
import type { Provider } from '@nestjs/common';
import { CLOCK } from '../tokens.js';

/** What can be done with scorecards, wired by hand. */
export const scorecardUseCases: readonly Provider[] = [
  {
    provide: KeepScorecards,
    inject: [PostgresScorecards, PostgresDirectories, CLOCK],
    useFactory: (...parts: ConstructorParameters<typeof KeepScorecards>) =>
      new KeepScorecards(...parts),
  },
  {
    provide: ListScorecards,
    inject: [PostgresScorecards, PostgresDirectories, CLOCK],
    useFactory: (...parts: ConstructorParameters<typeof ListScorecards>) =>
      new ListScorecards(...parts),
  },
  {
    provide: MeasurePeople,
    inject: [PostgresTotals, PostgresDailyTotals, PostgresPresences, CLOCK],
    useFactory: (...parts: ConstructorParameters<typeof MeasurePeople>) =>
      new MeasurePeople(...parts),
  },
  {
    provide: SeeScorecard,
    inject: [
      PostgresScorecards,
      MeasurePeople,
      PostgresDailyTotals,
      PostgresPresences,
      PostgresDirectories,
      CLOCK,
    ],
    useFactory: (...parts: ConstructorParameters<typeof SeeScorecard>) =>
      new SeeScorecard(...parts),
  },
  {
    provide: ReviewScorecard,
    inject: [PostgresScorecards, MeasurePeople, PostgresDirectories, CLOCK],
    useFactory: (...parts: ConstructorParameters<typeof ReviewScorecard>) =>
      new ReviewScorecard(...parts),
  },
  {
    provide: ProposeTargets,
    inject: [PostgresDailyTotals, PostgresPresences, PostgresDirectories, CLOCK],
    useFactory: (...parts: ConstructorParameters<typeof ProposeTargets>) =>
      new ProposeTargets(...parts),
  },
];
