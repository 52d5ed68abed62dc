import type {
  Directory,
  ListedScorecard,
  MeasuredPerson,
  Review,
  SeenScorecard,
  SeenScorecardLine,
} from '@bellwether/application';
import type {
  PersonCell,
  PersonLine,
  PersonScorecard,
  Scorecard,
  ScorecardPeopleReply,
} from '@bellwether/contracts';
import type { BusinessDate } from '@bellwether/domain';
import { boardIdOf, periodLabel } from '@bellwether/domain';
import { presentUnit } from '../boards/board.presenter.js';

/** A scorecard as the desk lists it. */
export function presentScorecard(
  { id, name, for: whom, lines, forgivenMisses, ownTargets, people, notes }: ListedScorecard,
  { metrics, organisation }: Directory,
): Scorecard {
  return {
    id,
    name,
    for: { people: [...whom.people], jobTitles: [...whom.jobTitles], teams: [...whom.teams] },
    lines: lines.map((line) => {
      const metric = metrics.find(({ key }) => key === line.metric);
      return {
        ...line,
        title: metric?.title ?? null,
        unit: metric ? presentUnit(metric.unit, organisation.currency) : null,
      };
    }),
    forgivenMisses,
    ownTargets: ownTargets.map(({ personId, ...target }) => ({ person: personId, ...target })),
    people,
    notes: [...notes],
  };
}

/** Somebody's scorecard as their page shows it. */
export function presentPersonScorecard(
  seen: SeenScorecard,
  { organisation }: Directory,
  asOf: number,
): PersonScorecard {
  const { scorecard, today, dayOff, activityScore, objectiveScore, streak, hill } = seen;
  return {
    person: presentPerson(seen),
    scorecard: scorecard ? { id: scorecard.id, name: scorecard.name } : null,
    today,
    asOf,
    worksToday: dayOff === null,
    dayOff,
    activityScore,
    objectiveScore,
    lines: seen.lines.map((line) => presentLine(line, today, organisation)),
    streak,
    objectivesMet: seen.objectivesMet,
    hill: hill && { metric: hill.metric, days: [...hill.days] },
  };
}

/** How all who have a scorecard do, for the desk. */
export function presentReview({ total, people, group }: Review): ScorecardPeopleReply {
  return {
    total,
    people: people.map((measured) => ({
      person: presentPerson(measured),
      worksToday: measured.dayOff === null,
      activityScore: measured.activityScore,
      objectiveScore: measured.objectiveScore,
      cells: measured.lines.map(presentCell),
      streak: measured.streak?.current ?? null,
    })),
    group,
  };
}

function presentPerson({ person, teamId }: MeasuredPerson): PersonScorecard['person'] {
  const { id, name, shortName, photoUrl, jobTitle } = person;
  return { id, name, shortName, photoUrl, jobTitle, team: teamId };
}

function presentCell({ metric, isForYou, measured, ...line }: SeenScorecardLine): PersonCell {
  const { target, hasOwnTarget, attainment, pace } = line;
  const { actual } = measured;
  return { metric: metric.key, isForYou, actual, target, hasOwnTarget, attainment, pace };
}

function presentLine(
  line: SeenScorecardLine,
  today: BusinessDate,
  { currency, locale }: Directory['organisation'],
): PersonLine {
  const { metric, period, fullTarget, minimumMet } = line;
  const { part, weight, cap, minimum, period: kind } = line.line;
  return {
    ...presentCell(line),
    title: metric.title,
    unit: presentUnit(metric.unit, currency),
    direction: metric.direction,
    part,
    weight,
    cap,
    period: {
      kind,
      key: period.key,
      label: periodLabel(period, today, locale),
      startsOn: period.startsOn ?? '',
      endsOn: period.endsOn ?? '',
    },
    board: boardIdOf({
      metric: metric.key,
      periodKind: kind,
      periodKey: null,
      competitors: 'reps',
      teamId: null,
    }),
    fullTarget,
    minimum,
    minimumMet,
  };
}
