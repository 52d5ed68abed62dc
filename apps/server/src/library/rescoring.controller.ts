import type { Clock } from '@bellwether/application';
import { CountAnew } from '@bellwether/application';
import { RescoringReply } from '@bellwether/contracts';
import type { OrganisationId } from '@bellwether/domain';
import { PostgresRescorings } from '@bellwether/persistence';
import { Controller, Delete, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { actorOf } from '../access/actor-of.js';
import type { Caller } from '../access/grants.js';
import { CurrentCaller, Needs } from '../access/needs.js';
import { jsonSchema } from '../http/json-schema.js';
import { CLOCK } from '../tokens.js';
import { presentRescoring } from './rescoring.presenter.js';

/** What has come before, counted anew by the definitions in force. */
@ApiTags('Library')
@ApiBearerAuth()
@Needs('metrics.manage')
@Controller('api/v1/rescoring')
export class RescoringController {
  constructor(
    @Inject(PostgresRescorings) private readonly rescorings: PostgresRescorings,
    @Inject(CountAnew) private readonly countAnew: CountAnew,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @ApiOperation({ summary: 'How far the last counting anew has come' })
  @ApiResponse({ status: 200, schema: jsonSchema(RescoringReply) })
  @Get()
  read(@CurrentCaller() { organisationId }: Caller): Promise<RescoringReply> {
    return this.#last(organisationId);
  }

  @ApiOperation({ summary: 'Counts all of history anew; one that runs begins from the start' })
  @ApiResponse({ status: 202, schema: jsonSchema(RescoringReply) })
  @HttpCode(202)
  @Post()
  async begin(@CurrentCaller() caller: Caller): Promise<RescoringReply> {
    await this.countAnew.execute(caller.organisationId, actorOf(caller));
    return this.#last(caller.organisationId);
  }

  @ApiOperation({ summary: 'Stops the counting; what is counted by now stays' })
  @ApiResponse({ status: 204 })
  @HttpCode(204)
  @Delete()
  async cancel(@CurrentCaller() caller: Caller): Promise<void> {
    await this.rescorings.cancel(caller.organisationId, actorOf(caller));
  }

  async #last(organisationId: OrganisationId): Promise<RescoringReply> {
    const rescoring = await this.rescorings.last(organisationId);
    return { rescoring: rescoring ? presentRescoring(rescoring, this.clock.now()) : null };
  }
}
