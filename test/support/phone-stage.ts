import { asSystem } from '@bellwether/application';
import type { OrganisationId, PersonId } from '@bellwether/domain';
import { PostgresOrganisations } from '@bellwether/persistence';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { ApiClient } from './api-client.js';
import { randomSecrets } from './random-secrets.js';
import type { TestServer } from './test-server.js';

/** A phone in a browser of its own memory, and what it complained about. */
export interface PhonePage {
  readonly page: Page;
  readonly complaints: string[];
  readonly close: () => Promise<void>;
}

/** A floor of people with a key for each phone that is asked for. */
export class PhoneFloor {
  #messages = 0;

  private constructor(
    private readonly server: TestServer,
    readonly api: ApiClient,
    readonly people: ReadonlyMap<string, number>,
  ) {}

  static async open(server: TestServer, ...names: readonly string[]): Promise<PhoneFloor> {
    const api = await ApiClient.found(server, { timeZone: 'UTC' });
    return new PhoneFloor(server, api, await api.hire('Iberia', ...names));
  }

  async keyOf(name: string): Promise<string> {
    const key = randomSecrets.key('rep');
    const organisationId = this.api.founded.organisationId as OrganisationId;
    const personId = this.people.get(name) as PersonId;
    await this.server.app
      .get(PostgresOrganisations)
      .addKey(organisationId, key, `${name}'s phone`, { role: 'rep', personId }, asSystem('Test'));
    return key;
  }

  address(key: string): string {
    return `${this.api.url}/phone/#key=${key}`;
  }

  /** As a vendor sends it: signed. */
  async send(...records: readonly object[]): Promise<void> {
    this.#messages += 1;
    await this.api.signedEvents(records, `msg_${this.#messages}`);
  }
}

/** A deal that was won just now. */
export function deal(externalId: string, owner: string, amount: string, more: object = {}) {
  const now = new Date().toISOString();
  return {
    type: 'deal',
    externalId,
    changedAt: now,
    owner: `${owner}@example.com`,
    status: 'won',
    closedOn: now.slice(0, 10),
    amount,
    name: `Deal ${externalId}`,
    ...more,
  };
}

export async function openPhone(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<PhonePage> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    ...options,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(address);
  return { page, complaints, close: () => context.close() };
}
