import { FoundOrganisation, asSystem } from '@bellwether/application';
import {
  PostgresDirectories,
  PostgresOrganisations,
  PostgresPeople,
} from '@bellwether/persistence';
import { expect, it, onTestFinished, vi } from 'vitest';
import { randomSecrets } from '../support/random-secrets.js';
import { openTestStores } from '../support/stores.js';
import { unsealedSecrets } from '../support/unsealed-secrets.js';

/** Longer than a directory is trusted without asking. */
const LATER_MS = 6_000;

it('reads everybody anew when somebody came, and not when only time went by', async () => {
  const stores = await openTestStores();
  onTestFinished(() => stores.close());
  const { database } = stores;
  const { organisationId } = await new FoundOrganisation(
    new PostgresOrganisations(database, unsealedSecrets),
    randomSecrets,
  ).execute({ name: 'Lark & Co', timeZone: 'UTC', currency: 'EUR', locale: 'en-IE' });
  const now = vi.spyOn(performance, 'now');
  onTestFinished(() => now.mockRestore());
  const directories = new PostgresDirectories(database);
  const laterBy = (ms: number) => now.mockReturnValue(1_000_000 + ms);

  laterBy(0);
  const first = await directories.read(organisationId);
  laterBy(LATER_MS);
  expect(await directories.read(organisationId)).toBe(first);

  await new PostgresPeople(database).addTeam(organisationId, 'Iberia', asSystem('Test'));
  expect(await directories.read(organisationId)).toBe(first);
  laterBy(2 * LATER_MS);
  const second = await directories.read(organisationId);
  expect([...second.teams.values()].map(({ name }) => name)).toContain('Iberia');
});
