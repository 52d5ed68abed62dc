import { KeepScorecards, ListScorecards, ReviewScorecard } from '@bellwether/application';
import {
  RowIdText,
  Scorecard,
  ScorecardDraft,
  ScorecardPeopleQuery,
  ScorecardPeopleReply,
  ScorecardsReply,
} from '@bellwether/contracts';
import type { PersonId, ScorecardLine, TeamId } from '@bellwether/domain';
import { PostgresDirectories } from '@bellwether/persistence';
import { Body, Controller, Delete, Get, HttpCode, Inject } from '@nestjs/common';
import { Param, Post, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { actorOf } from '../access/actor-of.js';
import type { Caller } from '../access/grants.js';
import { lookerOf } from '../access/looker-of.js';
import { CurrentCaller, Needs } from '../access/needs.js';
import { jsonSchema } from '../http/json-schema.js';
import { PublicError } from '../http/public-error.js';
import { refuseUnknown, unknownPart } from './refuse-unknown.js';
import { presentReview, presentScorecard } from './scorecard.presenter.js';

/** What people are measured by, and how they do. */
@ApiTags('Scorecards')
@ApiBearerAuth()
@Needs('scorecards.manage')
@Controller('api/v1/scorecards')
export class ScorecardsController {
  constructor(
    @Inject(KeepScorecards) private readonly keepScorecards: KeepScorecards,
    @Inject(ListScorecards) private readonly listScorecards: ListScorecards,
    @Inject(ReviewScorecard) private readonly reviewScorecard: ReviewScorecard,
    @Inject(PostgresDirectories) private readonly directories: PostgresDirectories,
  ) {}

  @ApiOperation({ summary: 'All scorecards, the oldest first' })
  @ApiResponse({ status: 200, schema: jsonSchema(ScorecardsReply) })
  @Needs('scorecards.lead')
  @Get()
  async list(@CurrentCaller() caller: Caller): Promise<ScorecardsReply> {
    const directory = await this.directories.read(caller.organisationId);
    const all = await this.listScorecards.execute(caller.organisationId, lookerOf(caller));
    return { scorecards: all.map((scorecard) => presentScorecard(scorecard, directory)) };
  }

  @ApiOperation({ summary: 'Makes a scorecard; it counts at once, and for the days before, too' })
  @ApiBody({ schema: jsonSchema(ScorecardDraft) })
  @ApiResponse({ status: 201, schema: jsonSchema(Scorecard) })
  @Post()
  async add(
    @CurrentCaller() caller: Caller,
    @Body({ schema: ScorecardDraft }) draft: ScorecardDraft,
  ): Promise<Scorecard> {
    const by = actorOf(caller);
    const made = await this.keepScorecards.add(caller.organisationId, draftOf(draft), by);
    if (typeof made === 'object') throw unknownPart(made);
    return this.#present(caller, made);
  }

  @ApiOperation({ summary: 'Changes a scorecard; own targets of what it measures no more go' })
  @ApiBody({ schema: jsonSchema(ScorecardDraft) })
  @ApiResponse({ status: 200, schema: jsonSchema(Scorecard) })
  @Put(':id')
  async change(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: RowIdText }) id: number,
    @Body({ schema: ScorecardDraft }) draft: ScorecardDraft,
  ): Promise<Scorecard> {
    const by = actorOf(caller);
    refuseUnknown(await this.keepScorecards.change(caller.organisationId, id, draftOf(draft), by));
    return this.#present(caller, id);
  }

  @ApiOperation({ summary: 'Removes a scorecard with all own targets; what people did stays' })
  @ApiResponse({ status: 204 })
  @HttpCode(204)
  @Delete(':id')
  async remove(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: RowIdText }) id: number,
  ): Promise<void> {
    refuseUnknown(await this.keepScorecards.remove(caller.organisationId, id, actorOf(caller)));
  }

  @ApiOperation({ summary: 'How all who have a scorecard do; a manager sees their own teams' })
  @ApiResponse({ status: 200, schema: jsonSchema(ScorecardPeopleReply) })
  @Needs('scorecards.lead')
  @Get(':id/people')
  async people(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: RowIdText }) id: number,
    @Query({ schema: ScorecardPeopleQuery }) { team, ...query }: ScorecardPeopleQuery,
  ): Promise<ScorecardPeopleReply> {
    const teamId = (team ?? null) as TeamId | null;
    const request = { ...query, teamId, looker: lookerOf(caller) };
    const review = await this.reviewScorecard.execute(caller.organisationId, id, request);
    if (!review) throw new PublicError('not-found', `There is no scorecard ${id}`);
    return presentReview(review);
  }

  async #present(caller: Caller, id: number): Promise<Scorecard> {
    const { scorecards } = await this.list(caller);
    const scorecard = scorecards.find((one) => one.id === id);
    if (!scorecard) throw new PublicError('not-found', `There is no scorecard ${id}`);
    return scorecard;
  }
}

function draftOf({
  name,
  for: { people, jobTitles, teams },
  lines,
  forgivenMisses,
}: ScorecardDraft) {
  return {
    name,
    for: { people: people as PersonId[], jobTitles, teams: teams as TeamId[] },
    lines: lines satisfies readonly ScorecardLine[],
    forgivenMisses,
  };
}
