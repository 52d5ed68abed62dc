import { KeepScorecards, SeeScorecard } from '@bellwether/application';
import { OwnTargetsBody, PersonScorecard, RowIdText } from '@bellwether/contracts';
import type { PersonId } from '@bellwether/domain';
import { PostgresDirectories } from '@bellwether/persistence';
import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { actorOf } from '../access/actor-of.js';
import type { Caller } from '../access/grants.js';
import { lookerOf } from '../access/looker-of.js';
import { CurrentCaller, Needs } from '../access/needs.js';
import { jsonSchema } from '../http/json-schema.js';
import { PublicError } from '../http/public-error.js';
import { DataAge } from '../live/data-age.js';
import { refuseUnknown } from './refuse-unknown.js';
import { presentPersonScorecard } from './scorecard.presenter.js';

/** Somebody's own scorecard. */
@ApiTags('Scorecards')
@ApiBearerAuth()
@Controller('api/v1')
export class PersonScorecardController {
  constructor(
    @Inject(SeeScorecard) private readonly seeScorecard: SeeScorecard,
    @Inject(KeepScorecards) private readonly keepScorecards: KeepScorecards,
    @Inject(PostgresDirectories) private readonly directories: PostgresDirectories,
    @Inject(DataAge) private readonly dataAge: DataAge,
  ) {}

  @ApiOperation({ summary: 'The scorecard of whoever asks, as far as they compete' })
  @ApiResponse({ status: 200, schema: jsonSchema(PersonScorecard) })
  @Needs('scorecards.own')
  @Get('me/scorecard')
  own(@CurrentCaller() caller: Caller): Promise<PersonScorecard> {
    const { personId } = lookerOf(caller);
    if (personId === null) throw new PublicError('not-found', 'You compete with nobody here');
    return this.#see(caller, personId);
  }

  @ApiOperation({ summary: 'The scorecard of somebody, for themselves and who manages them' })
  @ApiResponse({ status: 200, schema: jsonSchema(PersonScorecard) })
  @Needs('scorecards.read')
  @Get('people/:id/scorecard')
  read(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: RowIdText }) id: number,
  ): Promise<PersonScorecard> {
    return this.#see(caller, id as PersonId);
  }

  @ApiOperation({ summary: 'Gives somebody targets of their own on the scorecard that is theirs' })
  @ApiBody({ schema: jsonSchema(OwnTargetsBody) })
  @ApiResponse({ status: 204 })
  @HttpCode(204)
  @Needs('people.lead')
  @Put('people/:id/scorecard/targets')
  async setTargets(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: RowIdText }) id: number,
    @Body({ schema: OwnTargetsBody }) { targets }: OwnTargetsBody,
  ): Promise<void> {
    const { organisationId } = caller;
    const by = actorOf(caller);
    refuseUnknown(
      await this.keepScorecards.setOwnTargets(organisationId, id as PersonId, targets, by),
    );
  }

  @ApiOperation({ summary: "Takes somebody's own targets away: the scorecard's hold again" })
  @ApiResponse({ status: 204 })
  @HttpCode(204)
  @Needs('people.lead')
  @Delete('people/:id/scorecard/targets')
  dropTargets(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: RowIdText }) id: number,
  ): Promise<void> {
    return this.setTargets(caller, id, { targets: [] });
  }

  async #see(caller: Caller, id: PersonId): Promise<PersonScorecard> {
    const { organisationId } = caller;
    const asOf = await this.dataAge.lately(organisationId);
    const seen = await this.seeScorecard.execute(organisationId, id, lookerOf(caller));
    if (seen === 'unknown-person') throw new PublicError('not-found', `There is no person ${id}`);
    if (seen === 'kept-private') {
      throw new PublicError('forbidden', 'A scorecard is for its person and who manages them');
    }
    return presentPersonScorecard(seen, await this.directories.read(organisationId), asOf);
  }
}
