import type { Organisations, Secrets } from '@bellwether/application';
import { AddPerson, FoundOrganisation, asSystem } from '@bellwether/application';
import type { BusinessDate, OrganisationId, PersonId, TeamId } from '@bellwether/domain';
import { PostgresOrganisations, PostgresPeople } from '@bellwether/persistence';
import type { INestApplicationContext } from '@nestjs/common';
import { SECRETS } from '../tokens.js';
import { CAST, TEAM_NAMES } from './cast.js';
import type { DemoKeys } from './demo-keys.js';
import { foundGoals } from './found-goals.js';
import { foundScorecards } from './found-scorecards.js';

const DEMO = asSystem('Demo');
const HIRED = '2020-01-06' as BusinessDate;

/** Makes the demo organisation: six teams, forty people, two scorecards, goals, two sources, and a key for each page. */
export async function foundDemo(app: INestApplicationContext): Promise<DemoKeys> {
  const secrets = app.get<Secrets>(SECRETS);
  const founded = await app.get(FoundOrganisation).execute({
    name: 'Lark & Co',
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    currency: 'EUR',
    locale: 'en-IE',
  });
  const { organisationId, ownerKey, screenKey, source } = founded;
  const organisations: Organisations = app.get(PostgresOrganisations);
  const hubspot = { address: secrets.address('hubspot'), secret: secrets.webhookSecret() };
  const { address: hook, secret } = hubspot;
  const sourceId = await organisations.addSource(
    organisationId,
    { kind: 'hubspot', name: 'HubSpot', address: hook, secrets: [secret], settings: {} },
    DEMO,
  );
  const first = await hireEverybody(app, organisationId, sourceId);
  await foundScorecards(app, organisationId);
  await foundGoals(app, organisationId);
  const repKey = secrets.key('rep');
  const phone = { role: 'rep', personId: first } as const;
  await organisations.addKey(organisationId, repKey, 'Demo phone', phone, DEMO);
  const { address, webhookSecret } = source;
  const events = { address, webhookSecret };
  return { organisationId, ownerKey, screenKey, repKey, events, hubspot };
}

/** Answers the first of them. */
async function hireEverybody(
  app: INestApplicationContext,
  organisationId: OrganisationId,
  hubspotId: number,
): Promise<PersonId> {
  const teams = new Map<string, TeamId>();
  for (const name of TEAM_NAMES) {
    const id = await app.get(PostgresPeople).addTeam(organisationId, name, DEMO);
    if (id !== 'name-taken') teams.set(name, id);
  }
  const hired: PersonId[] = [];
  for (const { name, shortName, email, ownerId, team } of CAST) {
    const person = {
      name,
      shortName,
      photoUrl: null,
      identities: [
        { namespace: 'email', value: email },
        { namespace: `source-${hubspotId}`, value: ownerId },
      ],
      team: { id: teams.get(team) as TeamId, from: HIRED },
    };
    const id = await app.get(AddPerson).execute(organisationId, person, DEMO);
    if (id !== 'identity-taken') hired.push(id);
  }
  return hired[0] as PersonId;
}
