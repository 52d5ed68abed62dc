import type { BusinessDate, OrganisationId, PersonId, Scorecard } from '@bellwether/domain';
import { businessDateOf, isDaily } from '@bellwether/domain';
import type { Actor } from '../ports/audit.js';
import type { Clock } from '../ports/clock.js';
import type { Directories, Directory } from '../ports/directories.js';
import type { OwnTarget, ScorecardDraft, Scorecards } from '../ports/scorecards.js';
import { heldBy } from './holders.js';

/** What a scorecard names that there is not; `minimum`: a metric that has no value of a single day. */
export interface Unknown {
  readonly unknown: 'metric' | 'minimum' | 'person' | 'team';
  readonly which: string;
}

/** Makes, changes and removes what people are measured by. */
export class KeepScorecards {
  constructor(
    private readonly scorecards: Scorecards,
    private readonly directories: Directories,
    private readonly clock: Clock,
  ) {}

  async add(
    organisationId: OrganisationId,
    draft: ScorecardDraft,
    by: Actor,
  ): Promise<number | Unknown> {
    const unknown = unknownIn(draft, await this.directories.read(organisationId));
    return unknown ?? this.scorecards.add(organisationId, draft, by);
  }

  async change(
    organisationId: OrganisationId,
    id: number,
    draft: ScorecardDraft,
    by: Actor,
  ): Promise<'changed' | 'unknown-scorecard' | Unknown> {
    const unknown = unknownIn(draft, await this.directories.read(organisationId));
    return unknown ?? this.scorecards.change(organisationId, id, draft, by);
  }

  remove(
    organisationId: OrganisationId,
    id: number,
    by: Actor,
  ): Promise<'removed' | 'unknown-scorecard'> {
    return this.scorecards.remove(organisationId, id, by);
  }

  /** On the scorecard that is theirs now. */
  async setOwnTargets(
    organisationId: OrganisationId,
    personId: PersonId,
    targets: readonly Omit<OwnTarget, 'personId'>[],
    by: Actor,
  ): Promise<'changed' | 'unknown-scorecard' | Unknown> {
    const directory = await this.directories.read(organisationId);
    const person = directory.people.get(personId);
    if (!person) return { unknown: 'person', which: String(personId) };
    const scorecards = await this.scorecards.list(organisationId);
    const { scorecard } = heldBy(person, directory, scorecards, this.#today(directory));
    if (!scorecard) return 'unknown-scorecard';
    const strange = targets.find(({ metric }) => !measures(scorecard, metric));
    if (strange) return { unknown: 'metric', which: strange.metric };
    return this.scorecards.setOwnTargets(organisationId, scorecard.id, person, targets, by);
  }

  #today({ organisation }: Directory): BusinessDate {
    return businessDateOf(this.clock.now(), organisation.timeZone);
  }
}

function unknownIn(
  { for: { people, teams }, lines }: ScorecardDraft,
  directory: Directory,
): Unknown | undefined {
  const metrics = new Map(directory.metrics.map((metric) => [metric.key, metric]));
  for (const { metric: key, minimum } of lines) {
    const metric = metrics.get(key);
    if (!metric) return { unknown: 'metric', which: key };
    if (minimum !== null && !isDaily(metric)) return { unknown: 'minimum', which: metric.title };
  }
  const person = people.find((id) => !directory.people.has(id));
  if (person !== undefined) return { unknown: 'person', which: String(person) };
  const team = teams.find((id) => !directory.teams.has(id));
  return team === undefined ? undefined : { unknown: 'team', which: String(team) };
}

function measures({ lines }: Pick<Scorecard, 'lines'>, metric: string): boolean {
  return lines.some((line) => line.metric === metric);
}
