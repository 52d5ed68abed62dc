import type { Clock, Identity } from '@bellwether/application';
import { AddPerson, MoveToTeam } from '@bellwether/application';
import { IdentityBody, MoveBody, PersonBody, TeamBody, RowIdText } from '@bellwether/contracts';
import type { BusinessDate, PersonId, TeamId } from '@bellwether/domain';
import { businessDateOf } from '@bellwether/domain';
import { PostgresDirectories, PostgresPeople } from '@bellwether/persistence';
import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import { actorOf } from '../access/actor-of.js';
import { CurrentCaller, Needs } from '../access/needs.js';
import type { Caller } from '../access/grants.js';
import { jsonSchema } from '../http/json-schema.js';
import { PublicError } from '../http/public-error.js';
import { CLOCK } from '../tokens.js';

/** Brings people in, and into their teams. */
@ApiTags('People')
@ApiBearerAuth()
@Needs('people.lead')
@Controller('api/v1')
export class PeopleController {
  constructor(
    @Inject(AddPerson) private readonly addPerson: AddPerson,
    @Inject(MoveToTeam) private readonly moveToTeam: MoveToTeam,
    @Inject(PostgresPeople) private readonly people: PostgresPeople,
    @Inject(PostgresDirectories) private readonly directories: PostgresDirectories,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @ApiOperation({ summary: 'Adds somebody; what was parked because nobody knew them counts now' })
  @ApiBody({ schema: jsonSchema(PersonBody) })
  @Post('people')
  async add(
    @CurrentCaller() caller: Caller,
    @Body({ schema: PersonBody }) body: PersonBody,
  ): Promise<{ id: number }> {
    const { organisationId } = caller;
    const { name, shortName = name, photoUrl = null, identities, team, since } = body;
    const { teams, organisation } = await this.directories.read(organisationId);
    if (team !== undefined && !teams.has(team as TeamId)) {
      throw new PublicError('impossible', `There is no team ${team}`, '/team');
    }
    const from = since ?? businessDateOf(this.clock.now(), organisation.timeZone);
    const person = {
      name,
      shortName,
      photoUrl,
      identities: identities.map(identityOf),
      team: team === undefined ? null : { id: team as TeamId, from: from as BusinessDate },
    };
    const id = await this.addPerson.execute(organisationId, person, actorOf(caller));
    if (id === 'identity-taken') {
      throw new PublicError('conflict', 'Somebody else goes by one of these identities');
    }
    return { id };
  }

  @ApiOperation({ summary: 'Says that somebody goes by one more e-mail address or id' })
  @HttpCode(200)
  @Post('people/:id/identities')
  async addIdentity(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: RowIdText }) id: number,
    @Body({ schema: IdentityBody }) body: IdentityBody,
  ): Promise<{ added: true }> {
    const identity = identityOf(body);
    const outcome = await this.addPerson.addIdentity(
      caller.organisationId,
      id as PersonId,
      identity,
      actorOf(caller),
    );
    if (outcome === 'unknown-person')
      throw new PublicError('not-found', `There is no person ${id}`);
    if (outcome === 'identity-taken') {
      throw new PublicError('conflict', 'Somebody else goes by this identity');
    }
    return { added: true };
  }

  @ApiOperation({ summary: 'Moves somebody to a team from a day on; boards follow' })
  @ApiBody({ schema: jsonSchema(MoveBody) })
  @HttpCode(200)
  @Post('people/:id/team')
  async move(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: RowIdText }) id: number,
    @Body({ schema: MoveBody }) { team, from }: MoveBody,
  ): Promise<{ moved: true }> {
    const outcome = await this.moveToTeam.execute(
      caller.organisationId,
      id as PersonId,
      team as TeamId | null,
      from as BusinessDate,
      actorOf(caller),
    );
    if (outcome === 'unknown-person')
      throw new PublicError('not-found', `There is no person ${id}`);
    if (outcome === 'unknown-team') {
      throw new PublicError('impossible', `There is no team ${team}`, '/team');
    }
    return { moved: true };
  }

  @ApiOperation({ summary: 'Adds a team' })
  @ApiBody({ schema: jsonSchema(TeamBody) })
  @Needs('people.manage')
  @Post('teams')
  async addTeam(
    @CurrentCaller() caller: Caller,
    @Body({ schema: TeamBody }) { name }: TeamBody,
  ): Promise<{ id: number }> {
    const { organisationId } = caller;
    const id = await this.people.addTeam(organisationId, name, actorOf(caller));
    if (id === 'name-taken') throw new PublicError('conflict', `There is a team "${name}" already`);
    this.directories.forget(organisationId);
    return { id };
  }
}

function identityOf(body: IdentityBody): Identity {
  if ('email' in body) return { namespace: 'email', value: body.email.toLowerCase() };
  return { namespace: `source-${body.source}`, value: body.id };
}
