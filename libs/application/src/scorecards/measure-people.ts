import type {
  BusinessDate,
  Metric,
  OrganisationId,
  PersonId,
  Period,
  Presence,
} from '@bellwether/domain';
import {
  addDays,
  attendanceOf,
  businessDateOf,
  dayOffOn,
  measureLine,
  meetsMinimum,
  objectivesMet,
  periodOf,
  shareOfDayOver,
  streakOf,
} from '@bellwether/domain';
import type { Looker } from '../boards/see-board.js';
import type { Clock } from '../ports/clock.js';
import type { DailyTotals } from '../ports/daily-totals.js';
import type { Directory } from '../ports/directories.js';
import type { Presences } from '../ports/presences.js';
import type { Totals } from '../ports/totals.js';
import type { HeldScorecard } from './holders.js';
import { maySeeMetric } from './may-see-metric.js';
import type { MeasuredPerson, SeenScorecardLine } from './measured-person.js';
import { kept, partScore } from './measured-person.js';
import type { DayOf } from './read-days.js';
import { readDays } from './read-days.js';
import type { FigureOf } from './read-figures.js';
import { readFigures } from './read-figures.js';

/** How far back a streak is followed. */
const STREAK_DAYS = 26 * 7;

/** Of whom, who looks, and how much is asked for. */
export interface Measuring {
  readonly directory: Directory;
  readonly held: readonly HeldScorecard[];
  readonly looker: Looker;
  /** Without them nothing has to be read day by day. */
  readonly withStreaks: boolean;
}

interface Scene extends Measuring {
  readonly today: BusinessDate;
  readonly dayOver: number;
  readonly presences: ReadonlyMap<PersonId, Presence>;
  readonly figureOf: FigureOf;
  readonly dayOf: DayOf;
}

/** Works out the scorecards of people as they are now. */
export class MeasurePeople {
  constructor(
    private readonly totals: Totals,
    private readonly dailyTotals: DailyTotals,
    private readonly presences: Presences,
    private readonly clock: Clock,
  ) {}

  async execute(
    organisationId: OrganisationId,
    measuring: Measuring,
  ): Promise<readonly MeasuredPerson[]> {
    const { directory, held, withStreaks } = measuring;
    const { timeZone } = directory.organisation;
    const now = this.clock.now();
    const today = businessDateOf(now, timeZone);
    const people = held.map(({ person }) => person.id);
    const asked = held.flatMap(({ scorecard }) =>
      linesIn(directory, scorecard).map(({ line, metric }) => ({
        metric,
        period: periodOf(line.period, today),
        isDaily: line.minimum !== null,
      })),
    );
    const daily = asked.filter(({ isDaily }) => withStreaks && isDaily);
    const since = { from: addDays(today, -STREAK_DAYS), to: today };
    const metrics = [...new Set(daily.map(({ metric }) => metric))];
    const [presences, figureOf, dayOf] = [
      await this.presences.read(organisationId, people),
      await readFigures(this.totals, organisationId, { asked, people, today }),
      await readDays(this.dailyTotals, organisationId, metrics, since, people),
    ];
    const dayOver = shareOfDayOver(today, now, timeZone);
    const scene = { ...measuring, today, dayOver, presences, figureOf, dayOf };
    return held.map((one) => measurePerson(one, scene));
  }
}

function measurePerson(held: HeldScorecard, scene: Scene): MeasuredPerson {
  const { person, scorecard } = held;
  const presence = scene.presences.get(person.id);
  if (!presence) throw new Error(`Nothing is known of when person ${person.id} works`);
  const lines = linesIn(scene.directory, scorecard).map(({ line, metric }): SeenScorecardLine => {
    const period = periodOf(line.period, scene.today);
    const measured = measureLine(line, metric, {
      period,
      presence,
      measured: scene.figureOf(person.id, metric, period),
      ownTarget: scorecard?.ownTargets.find(
        (own) => own.personId === person.id && own.metric === line.metric,
      )?.target,
      today: scene.today,
      dayOver: scene.dayOver,
    });
    const whose = { id: person.id, teamId: held.teamId };
    if (!maySeeMetric(scene.directory, scene.looker, metric.key, whose)) return kept(measured);
    return { ...measured, isForYou: true, minimumMet: null };
  });
  return {
    ...held,
    dayOff: dayOffOn(presence, scene.today),
    activityScore: partScore(lines, 'activity'),
    objectiveScore: partScore(lines, 'outcome'),
    ...objectivesOf(person.id, presence, lines, scene),
  };
}

/** Which minimums were met on which days; nothing of it is told when one of them is kept from who looks. */
function objectivesOf(
  personId: PersonId,
  presence: Presence,
  lines: readonly SeenScorecardLine[],
  { today, dayOf, withStreaks }: Scene,
): Pick<MeasuredPerson, 'lines' | 'streak' | 'objectivesMet'> {
  const minimums = lines.filter(({ line }) => line.minimum !== null);
  if (!withStreaks || minimums.length === 0) return { lines, streak: null, objectivesMet: null };
  const isMetOn = ({ line, metric }: SeenScorecardLine, date: BusinessDate) =>
    line.minimum === null ||
    meetsMinimum(dayOf(personId, metric, date).actual, line.minimum, metric.direction);
  const seen = lines.map((one) => ({
    ...one,
    minimumMet:
      one.isForYou && one.line.minimum !== null && dayOffOn(presence, today) === null
        ? isMetOn(one, today)
        : null,
  }));
  if (minimums.some(({ isForYou }) => !isForYou)) {
    return { lines: seen, streak: null, objectivesMet: null };
  }
  const { present } = attendanceOf(presence, addDays(today, -STREAK_DAYS), today);
  const days = present.map((date) => ({
    date,
    isMet: minimums.every((minimum) => isMetOn(minimum, date)),
  }));
  const { startsOn } = periodOf('month', today) as Period & { startsOn: BusinessDate };
  const ofMonth = days.filter(({ date }) => date >= startsOn);
  return {
    lines: seen,
    streak: streakOf(days, today),
    objectivesMet: objectivesMet(ofMonth, today),
  };
}

/** The lines whose metrics are in force. */
function linesIn({ metrics }: Directory, scorecard: HeldScorecard['scorecard']) {
  return (scorecard?.lines ?? []).flatMap((line) => {
    const metric = metrics.find(({ key }) => key === line.metric) as Metric | undefined;
    return metric ? [{ line, metric }] : [];
  });
}
