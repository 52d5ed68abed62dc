import type { Foundation } from '@bellwether/application';
import { AddPerson, FoundOrganisation, asSystem } from '@bellwether/application';
import type { BusinessDate } from '@bellwether/domain';
import { PostgresPeople } from '@bellwether/persistence';
import type { INestApplicationContext } from '@nestjs/common';
import { FloorApi } from './floor-api.js';

export type FloorSettings = Pick<Foundation, 'measures' | 'metrics' | 'currency'>;

/** An organisation with these people in these teams since ever. E-mail addresses are made of names. */
export async function openFloor(
  app: INestApplicationContext,
  url: string,
  settings: FloorSettings,
  teamOf: ReadonlyMap<string, string>,
): Promise<FloorApi> {
  const { organisationId, ownerKey, source } = await app.get(FoundOrganisation).execute({
    name: 'Real data',
    timeZone: 'UTC',
    locale: 'en',
    ...settings,
  });
  const people = app.get(PostgresPeople);
  const since = '2000-01-01' as BusinessDate;
  for (const team of new Set(teamOf.values())) {
    const id = await people.addTeam(organisationId, team, asSystem('Check'));
    if (id === 'name-taken') continue;
    const members = [...teamOf].filter(([, own]) => own === team);
    for (const [name] of members) {
      const person = {
        name,
        shortName: name,
        photoUrl: null,
        identities: [{ namespace: 'email', value: emailOf(name) }],
        team: { id, from: since },
      };
      await app.get(AddPerson).execute(organisationId, person, asSystem('Check'));
    }
  }
  return new FloorApi(url, ownerKey, source.apiKey);
}

export function emailOf(name: string): string {
  return `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@example.com`;
}
