import type {
  LinkMade,
  MoveBody,
  PeopleImported,
  PeopleReply,
  PersonBody,
  Team,
} from '@bellwether/contracts';
import { reasonOf, type Answer, type BellwetherApi } from '@bellwether/ui';

export type Person = PeopleReply['people'][number];

/** A team and its people of today; `team` is null for those in none. */
export interface Crew {
  readonly team: Team | null;
  readonly people: readonly Person[];
}

/** Everybody and every team, as the server last told. */
export class People {
  people = $state.raw<readonly Person[]>([]);
  teams = $state.raw<readonly Team[]>([]);
  loaded = $state(false);
  trouble = $state<string | null>(null);
  readonly teamOf = $derived(new Map(this.teams.map((team) => [team.id, team])));
  /** Those who have not left. */
  readonly here = $derived(this.people.filter(({ active }) => active));
  readonly left = $derived(this.people.filter(({ active }) => !active));
  /** The teams that whoever sits here may bring people into. */
  readonly led = $derived.by(() =>
    this.leads === null ? this.teams : this.teams.filter(({ id }) => this.leads?.includes(id)),
  );
  readonly crews = $derived.by(() =>
    crewsOf(
      this.here.filter((person) => this.isLed(person)),
      this.led,
    ),
  );

  constructor(
    private readonly api: BellwetherApi,
    /** The teams of a manager; null for those who lead everybody. */
    private readonly leads: readonly number[] | null,
  ) {}

  async load(): Promise<void> {
    const answer = await this.api.people();
    if (answer.kind === 'done') {
      this.people = answer.body.people;
      this.teams = answer.body.teams;
      this.loaded = true;
      this.trouble = null;
    } else this.trouble = reasonOf(answer);
  }

  /** Whether they are in one of those teams. */
  isLed({ team }: Person): boolean {
    return this.leads === null || (team !== null && this.leads.includes(team));
  }

  addTeam(name: string): Promise<Answer<unknown>> {
    return this.#thenLoad(this.api.addTeam(name));
  }

  addPerson(body: PersonBody): Promise<Answer<{ readonly id: number }>> {
    return this.#thenLoad(this.api.addPerson(body));
  }

  move(personId: number, body: MoveBody): Promise<Answer<unknown>> {
    return this.#thenLoad(this.api.moveToTeam(personId, body));
  }

  tryFile(file: Blob): Promise<Answer<PeopleImported>> {
    return this.api.importPeople(file, true);
  }

  importFile(file: Blob): Promise<Answer<PeopleImported>> {
    return this.#thenLoad(this.api.importPeople(file, false));
  }

  phoneLink(personId: number): Promise<Answer<LinkMade>> {
    return this.api.linkToPhone(personId);
  }

  async #thenLoad<Body>(asked: Promise<Answer<Body>>): Promise<Answer<Body>> {
    const answer = await asked;
    if (answer.kind === 'done') await this.load();
    return answer;
  }
}

/** People by team, in the order of the teams' ribbons and of the names. */
export function crewsOf(people: readonly Person[], teams: readonly Team[]): readonly Crew[] {
  const byName = (a: { readonly name: string }, b: { readonly name: string }) =>
    a.name.localeCompare(b.name);
  const inTeam = (id: number | null) => people.filter(({ team }) => team === id).toSorted(byName);
  const crews: Crew[] = [...teams]
    .sort((a, b) => a.ribbon - b.ribbon)
    .map((team) => ({ team, people: inTeam(team.id) }));
  const known = new Set(teams.map(({ id }) => id));
  const nowhere = people.filter(({ team }) => team === null || !known.has(team));
  return nowhere.length === 0
    ? crews
    : [...crews, { team: null, people: nowhere.toSorted(byName) }];
}
