import type { LinkMade, PeopleReply, Scorecard } from '@bellwether/contracts';
import { expect } from 'vitest';
import { ApiClient } from './api-client.js';
import type { TestServer } from './test-server.js';

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
/** A zone in which it is about noon: no test runs into midnight, and half of the working hours are over. */
const TO_NOON = 12 - new Date().getUTCHours();
const TIME_ZONE = `Etc/GMT${TO_NOON > 0 ? '-' : '+'}${Math.abs(TO_NOON)}`;

export const CALLS = {
  metric: 'calls',
  part: 'activity',
  period: 'day',
  target: 10_000,
  weight: 60,
  minimum: 5_000,
} as const;
const EMAILS = {
  metric: 'emails',
  part: 'activity',
  period: 'day',
  target: 4_000,
  weight: 40,
} as const;
export const REVENUE = {
  metric: 'revenue_won',
  part: 'outcome',
  period: 'month',
  target: 100_000_00,
  weight: 100,
} as const;

/** A floor of people who work every day, so that no test depends on the weekday. */
export class ScorecardFloor {
  #sent = 0;

  private constructor(
    readonly api: ApiClient,
    readonly people: ReadonlyMap<string, number>,
    readonly team: number,
  ) {}

  static async open(server: TestServer, ...names: readonly string[]): Promise<ScorecardFloor> {
    const api = await ApiClient.found(server, { timeZone: TIME_ZONE });
    const people = await api.hire('North', ...names);
    const { body } = await api.own<PeopleReply>('/api/v1/people');
    const floor = new ScorecardFloor(api, people, body.teams[0]?.id ?? 0);
    for (const name of names) await floor.tell(name, { workingDays: EVERY_DAY });
    return floor;
  }

  idOf(name: string): number {
    return this.people.get(name) ?? 0;
  }

  async tell(name: string, profile: object): Promise<void> {
    const path = `/api/v1/people/${this.idOf(name)}`;
    expect((await this.api.own(path, { method: 'PATCH', json: profile })).status).toBe(200);
  }

  async give(
    lines: readonly object[] = [CALLS, EMAILS, REVENUE],
    whom: object = { teams: [this.team] },
  ): Promise<Scorecard> {
    const json = { name: 'Field sales', for: whom, lines };
    const made = await this.api.own<Scorecard>('/api/v1/scorecards', { json });
    expect(made.status).toBe(201);
    return made.body;
  }

  /** Calls of just now, and a won deal where an amount is named. */
  async arrive(owner: string, calls: number, amount?: string): Promise<void> {
    const email = `${owner}@example.com`;
    const now = new Date().toISOString();
    const made = Array.from({ length: calls }, () => ({
      type: 'call',
      externalId: `call-${(this.#sent += 1)}`,
      owner: email,
      endedAt: now,
    }));
    const won = {
      type: 'deal',
      externalId: `deal-${(this.#sent += 1)}`,
      changedAt: now,
      owner: email,
      status: 'won',
      amount,
    };
    const sent = await this.api.events(amount === undefined ? made : [...made, won]);
    expect(sent.status).toBe(202);
    await this.api.scored();
  }

  /** Where somebody's own page is. */
  async phoneOf(name: string): Promise<string> {
    const path = `/api/v1/people/${this.idOf(name)}/links`;
    const { body } = await this.api.own<LinkMade>(path, { json: {} });
    return `${this.api.url}/phone/#key=${body.url.split('#key=')[1] ?? ''}`;
  }

  get desk(): string {
    return `${this.api.url}/desk/scorecards#key=${this.api.founded.ownerKey}`;
  }
}
