import type { Clock } from '@bellwether/application';
import { PeopleReply } from '@bellwether/contracts';
import { businessDateOf } from '@bellwether/domain';
import { PostgresDirectories } from '@bellwether/persistence';
import { Controller, Get, Inject } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentCaller, Needs } from '../access/needs.js';
import type { Caller } from '../access/grants.js';
import { OwnTeams } from '../access/own-teams.js';
import { jsonSchema } from '../http/json-schema.js';
import { CLOCK } from '../tokens.js';

/** Who competes, and in which team. */
@ApiTags('People')
@ApiBearerAuth()
@Controller('api/v1/people')
export class PeopleListController {
  constructor(
    @Inject(PostgresDirectories) private readonly directories: PostgresDirectories,
    @Inject(OwnTeams) private readonly ownTeams: OwnTeams,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @ApiOperation({ summary: 'Everybody, with the team of today' })
  @ApiResponse({ status: 200, schema: jsonSchema(PeopleReply) })
  @Needs('people.read')
  @Get()
  async list(@CurrentCaller() caller: Caller): Promise<PeopleReply> {
    const directory = await this.directories.read(caller.organisationId);
    const { people, teams, teamOn, organisation } = directory;
    const today = businessDateOf(this.clock.now(), organisation.timeZone);
    const mayChange = await this.ownTeams.mayChange(caller, directory);
    return {
      people: [...people.values()].map((person) => ({
        ...person,
        team: teamOn(person.id, today) ?? null,
        mayChange: mayChange(person.id),
      })),
      teams: [...teams.values()],
    };
  }
}
