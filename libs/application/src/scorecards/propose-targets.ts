import type {
  BusinessDate,
  Metric,
  OrganisationId,
  PersonId,
  ScorecardFor,
  ScorecardPeriod,
} from '@bellwether/domain';
import {
  businessDateOf,
  chooseScorecard,
  historyBefore,
  historyOfLine,
  isDaily,
  measure,
  measuresOf,
  proposeTarget,
  roundTarget,
} from '@bellwether/domain';
import type { Looker } from '../boards/see-board.js';
import type { Clock } from '../ports/clock.js';
import type { DailyTotal, DailyTotals } from '../ports/daily-totals.js';
import type { Directories, Directory } from '../ports/directories.js';
import type { Presences } from '../ports/presences.js';
import type { HeldScorecard } from './holders.js';
import { allHolders } from './holders.js';
import { maySeeMetric, maySeeScorecard } from './may-see-metric.js';

export interface ProposalRequest {
  readonly for: ScorecardFor;
  readonly lines: readonly { readonly metric: string; readonly period: ScorecardPeriod }[];
}

export interface Proposal {
  readonly metric: string;
  readonly period: ScorecardPeriod;
  /** Null without any history. */
  readonly target: number | null;
  /** Out of how many days, weeks, … and of how many people. */
  readonly samples: number;
  readonly people: number;
}

/** Proposes targets by what people reached in the last twelve weeks. */
export class ProposeTargets {
  constructor(
    private readonly dailyTotals: DailyTotals,
    private readonly presences: Presences,
    private readonly directories: Directories,
    private readonly clock: Clock,
  ) {}

  async execute(
    organisationId: OrganisationId,
    { for: whom, lines }: ProposalRequest,
    looker: Looker,
  ): Promise<readonly Proposal[] | { readonly unknownMetric: string }> {
    const directory = await this.directories.read(organisationId);
    const { timeZone, calendar } = directory.organisation;
    const today = businessDateOf(this.clock.now(), timeZone);
    const range = historyBefore(today, calendar);
    const found = lines.map(({ metric: key, period }) => ({
      key,
      period,
      metric: directory.metrics.find((metric) => metric.key === key),
    }));
    const unknown = found.find(({ metric }) => !metric);
    if (unknown) return { unknownMetric: unknown.key };
    const people = peopleFor(whom, directory, looker, today);
    const proposals: Proposal[] = [];
    for (const { period, metric } of found) {
      const seen = people.filter(({ person: { id }, teamId }) =>
        maySeeMetric(directory, looker, metric?.key ?? '', { id, teamId }),
      );
      const ids = seen.map(({ person }) => person.id);
      proposals.push(await this.#propose(organisationId, metric as Metric, period, ids, range));
    }
    return proposals;
  }

  async #propose(
    organisationId: OrganisationId,
    metric: Metric,
    period: ScorecardPeriod,
    people: readonly PersonId[],
    range: ReturnType<typeof historyBefore>,
  ): Promise<Proposal> {
    const presences = await this.presences.read(organisationId, people);
    const cells = await this.dailyTotals.read(organisationId, measuresOf(metric), range, people);
    const byPerson = new Map<PersonId, DailyTotal[]>(people.map((id) => [id, []]));
    for (const cell of cells) byPerson.get(cell.personId)?.push(cell);
    const histories = people.map((personId) => {
      const own = byPerson.get(personId) ?? [];
      const presence = presences.get(personId);
      const first = firstDay(own);
      if (!presence || first === undefined) return [];
      const reached = (from: BusinessDate, to: BusinessDate) => reachedIn(metric, own, from, to);
      // Who is told to have been here always, and did nothing at first, was not: they are new.
      const hiredOn = presence.hiredOn ?? first;
      return historyOfLine(metric, period, {
        from: range.from,
        presence: { ...presence, hiredOn },
        reached,
      });
    });
    const values = isDaily(metric) ? histories.flat() : [];
    const target = proposeTarget(values, metric.direction);
    return {
      metric: metric.key,
      period,
      target: target === null ? null : roundTarget(target, metric.unit),
      samples: values.length,
      people: values.length === 0 ? 0 : histories.filter(({ length }) => length > 0).length,
    };
  }
}

/** Whom such a scorecard would be for, as far as who asks may know. */
function peopleFor(
  whom: ScorecardFor,
  directory: Directory,
  looker: Looker,
  today: BusinessDate,
): readonly HeldScorecard[] {
  return allHolders(directory, [], today).filter(
    ({ person, teamId }) =>
      chooseScorecard({ id: person.id, jobTitle: person.jobTitle, teamId }, [
        { id: 0, for: whom },
      ]) !== undefined && maySeeScorecard(looker, { id: person.id, teamId }),
  );
}

function firstDay(cells: readonly DailyTotal[]): BusinessDate | undefined {
  return cells
    .map(({ date }) => date)
    .toSorted()
    .at(0);
}

function reachedIn(
  metric: Metric,
  cells: readonly DailyTotal[],
  from: BusinessDate,
  to: BusinessDate,
): number | null {
  const sums = new Map<number, number>();
  for (const { date, measureId, quantity } of cells) {
    if (from <= date && date <= to) sums.set(measureId, (sums.get(measureId) ?? 0) + quantity);
  }
  return measure(metric, (measureId) => sums.get(measureId)).actual;
}
