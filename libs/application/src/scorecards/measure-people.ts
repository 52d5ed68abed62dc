import type {
  BusinessDate,
  Instant,
  Metric,
  OrganisationId,
  PersonId,
  Presence,
} from '@bellwether/domain';
import {
  addDays,
  attendanceOf,
  businessDateOf,
  dayOffOn,
  isDaily,
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
import { hasOwnDays, ownDayOf } from './own-day.js';
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
  /** For the organisation. */
  readonly today: BusinessDate;
  readonly dayOver: number;
  readonly now: Instant;
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
    const { directory, held } = measuring;
    const { timeZone, calendar } = directory.organisation;
    const now = this.clock.now();
    const today = businessDateOf(now, timeZone);
    const people = held.map(({ person }) => person.id);
    const asked = held.flatMap(({ scorecard }) =>
      linesIn(directory, scorecard).map(({ line, metric }) => ({
        metric,
        period: periodOf(line.period, today, calendar),
      })),
    );
    const [presences, figureOf, dayOf] = [
      await this.presences.read(organisationId, people),
      await readFigures(this.totals, organisationId, { asked, people, today }),
      await this.#days(organisationId, measuring, today),
    ];
    const dayOver = shareOfDayOver(today, now, timeZone);
    const scene = { ...measuring, today, dayOver, now, presences, figureOf, dayOf };
    return held.map((one) => measurePerson(one, scene));
  }

  /** Of each by their own days, as far back as a streak reaches where streaks are asked for. */
  async #days(
    organisationId: OrganisationId,
    { directory, held, withStreaks }: Measuring,
    today: BusinessDate,
  ): Promise<DayOf> {
    const { organisation } = directory;
    // Where somebody is, tomorrow may have begun.
    const range = { from: addDays(today, withStreaks ? -STREAK_DAYS : -1), to: addDays(today, 1) };
    const dayOfIn = new Map<string | null, DayOf>();
    const zoneOf = new Map<PersonId, string | null>();
    for (const { person } of held) {
      zoneOf.set(person.id, hasOwnDays(person, organisation) ? person.timeZone : null);
    }
    for (const zone of new Set(zoneOf.values())) {
      const there = held.filter(({ person }) => zoneOf.get(person.id) === zone);
      const lines = there.flatMap(({ scorecard }) => linesIn(directory, scorecard));
      const daily = lines.filter(
        ({ line }) =>
          (withStreaks && line.minimum !== null) || (zone !== null && line.period === 'day'),
      );
      const metrics = [...new Set(daily.map(({ metric }) => metric))];
      const ids = there.map(({ person }) => person.id);
      const days = await readDays(this.dailyTotals, organisationId, metrics, range, ids, zone);
      dayOfIn.set(zone, days);
    }
    return (personId, metric, date) =>
      (dayOfIn.get(zoneOf.get(personId) ?? null) as DayOf)(personId, metric, date);
  }
}

function measurePerson(held: HeldScorecard, scene: Scene): MeasuredPerson {
  const { person, scorecard } = held;
  const presence = scene.presences.get(person.id);
  if (!presence) throw new Error(`Nothing is known of when person ${person.id} works`);
  const { organisation } = scene.directory;
  const own = ownDayOf(person, organisation, scene.now);
  const lines = linesIn(scene.directory, scorecard).map(({ line, metric }): SeenScorecardLine => {
    const isOwnDay = line.period === 'day' && hasOwnDays(person, organisation) && isDaily(metric);
    const { today, dayOver } = isOwnDay ? own : scene;
    const period = periodOf(line.period, today, organisation.calendar);
    const measured = measureLine(line, metric, {
      period,
      presence,
      measured: isOwnDay
        ? scene.dayOf(person.id, metric, today)
        : scene.figureOf(person.id, metric, period),
      ownTarget: scorecard?.ownTargets.find(
        (target) => target.personId === person.id && target.metric === line.metric,
      )?.target,
      today,
      dayOver,
    });
    const whose = { id: person.id, teamId: held.teamId };
    if (!maySeeMetric(scene.directory, scene.looker, metric.key, whose)) return kept(measured);
    return { ...measured, isForYou: true, minimumMet: null };
  });
  return {
    ...held,
    today: own.today,
    dayOff: dayOffOn(presence, own.today),
    activityScore: partScore(lines, 'activity'),
    objectiveScore: partScore(lines, 'outcome'),
    ...objectivesOf(held, presence, lines, own.today, scene),
  };
}

/** Which minimums were met on which days; nothing of it is told when one of them is kept from who looks. */
function objectivesOf(
  { person: { id }, scorecard }: HeldScorecard,
  presence: Presence,
  lines: readonly SeenScorecardLine[],
  today: BusinessDate,
  { directory, dayOf, withStreaks }: Scene,
): Pick<MeasuredPerson, 'lines' | 'streak' | 'objectivesMet'> {
  const minimums = lines.filter(({ line }) => line.minimum !== null);
  if (!withStreaks || minimums.length === 0) return { lines, streak: null, objectivesMet: null };
  const isMetOn = ({ line, metric }: SeenScorecardLine, date: BusinessDate) =>
    line.minimum === null ||
    meetsMinimum(dayOf(id, metric, date).actual, line.minimum, metric.direction);
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
  const monthOf = (date: BusinessDate) =>
    periodOf('month', date, directory.organisation.calendar).key;
  const ofMonth = days.filter(({ date }) => monthOf(date) === monthOf(today));
  return {
    lines: seen,
    streak: streakOf(days, today, { misses: scorecard?.forgivenMisses ?? 0, monthOf }),
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
