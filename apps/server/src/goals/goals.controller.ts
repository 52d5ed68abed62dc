import { GiveRelief, MatchNames, SeeGoals, SetGoals } from '@bellwether/application';
import {
  GoalsBody,
  GoalsQuery,
  GoalsReply,
  GoalsSet,
  MatchesBody,
  MatchesReply,
  ReliefBody,
} from '@bellwether/contracts';
import type { BusinessDate, TeamId } from '@bellwether/domain';
import { PostgresDirectories } from '@bellwether/persistence';
import { Body, Controller, Get, HttpCode, Inject, Post, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { actorOf } from '../access/actor-of.js';
import type { Caller } from '../access/grants.js';
import { lookerOf } from '../access/looker-of.js';
import { CurrentCaller, Needs } from '../access/needs.js';
import { jsonSchema } from '../http/json-schema.js';
import { goalsRefused, reliefRefused } from './goals-refused.js';
import { holderOf, kindOf, presentGrid, presentMatches } from './goals.presenter.js';

/** What people and teams are to bring in. */
@ApiTags('Goals')
@ApiBearerAuth()
@Needs('goals.manage')
@Controller('api/v1/goals')
export class GoalsController {
  constructor(
    @Inject(SeeGoals) private readonly seeGoals: SeeGoals,
    @Inject(SetGoals) private readonly setGoals: SetGoals,
    @Inject(GiveRelief) private readonly giveRelief: GiveRelief,
    @Inject(MatchNames) private readonly matchNames: MatchNames,
    @Inject(PostgresDirectories) private readonly directories: PostgresDirectories,
  ) {}

  @ApiOperation({
    summary: 'The goals of a year beside what has come of them; a manager sees their own teams',
  })
  @ApiResponse({ status: 200, schema: jsonSchema(GoalsReply) })
  @Needs('goals.read')
  @Get()
  async see(
    @CurrentCaller() caller: Caller,
    @Query({ schema: GoalsQuery }) query: GoalsQuery,
  ): Promise<GoalsReply> {
    const { organisationId } = caller;
    const { team, year, of, search, offset, limit } = query;
    const asked = {
      year,
      of,
      search,
      offset,
      limit,
      kind: kindOf(query),
      teamId: (team ?? null) as TeamId | null,
    };
    const grid = await this.seeGoals.execute(organisationId, asked, lookerOf(caller));
    const { organisation } = await this.directories.read(organisationId);
    return presentGrid(grid, organisation);
  }

  @ApiOperation({
    summary: 'Sets goals, all of them or none',
    description:
      'Each becomes a `quota` record of a source of its own, and is scored like any other. Set again ' +
      'it corrects its record; `null` clears it. A quarter or a year is given itself or as the sum of ' +
      'its months, never both. A refusal names each goal by its place in `refusals`.',
  })
  @ApiBody({ schema: jsonSchema(GoalsBody) })
  @ApiResponse({ status: 200, schema: jsonSchema(GoalsSet) })
  @Put()
  async set(
    @CurrentCaller() caller: Caller,
    @Body({ schema: GoalsBody }) body: GoalsBody,
  ): Promise<GoalsSet> {
    const goals = body.goals.map(({ period, value, ...whose }) => ({
      period,
      value,
      holder: holderOf(whose),
    }));
    const by = actorOf(caller);
    const set = await this.setGoals.execute(caller.organisationId, kindOf(body), goals, by);
    if (set.kind === 'refused') throw goalsRefused(set.refusals);
    return { changed: set.changed };
  }

  @ApiOperation({ summary: 'Takes something off a goal over some days, or takes that back' })
  @ApiBody({ schema: jsonSchema(ReliefBody) })
  @ApiResponse({ status: 204 })
  @HttpCode(204)
  @Put('relief')
  async relieve(
    @CurrentCaller() caller: Caller,
    @Body({ schema: ReliefBody }) body: ReliefBody,
  ): Promise<void> {
    const { reason, amount } = body;
    const relief = {
      reason,
      amount,
      kind: kindOf(body),
      holder: holderOf(body),
      from: body.from as BusinessDate,
      until: body.until as BusinessDate,
    };
    const outcome = await this.giveRelief.execute(caller.organisationId, relief, actorOf(caller));
    if (outcome !== 'given') throw reliefRefused(outcome);
  }

  @ApiOperation({ summary: 'Who is meant by names or e-mail addresses of a spreadsheet' })
  @ApiBody({ schema: jsonSchema(MatchesBody) })
  @ApiResponse({ status: 200, schema: jsonSchema(MatchesReply) })
  @HttpCode(200)
  @Post('matches')
  async match(
    @CurrentCaller() { organisationId }: Caller,
    @Body({ schema: MatchesBody }) { of, names }: MatchesBody,
  ): Promise<MatchesReply> {
    return presentMatches(await this.matchNames.execute(organisationId, of, names));
  }
}
