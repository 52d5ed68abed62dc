import { DropOwnMetric, KeepOwnMetric } from '@bellwether/application';
import {
  OwnMetricDraft,
  OwnMetricKept,
  OwnMetricKey,
  OwnMetricsReply,
} from '@bellwether/contracts';
import { PostgresOwnMetrics, PostgresScreens } from '@bellwether/persistence';
import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { actorOf } from '../access/actor-of.js';
import type { Caller } from '../access/grants.js';
import { CurrentCaller, Needs } from '../access/needs.js';
import { jsonSchema } from '../http/json-schema.js';
import { PublicError } from '../http/public-error.js';
import { stillUsed } from '../metrics/still-used.js';
import { presentOwnMetrics, wrongDraft } from './own-metrics.presenter.js';

/** Metrics that managers word themselves. */
@ApiTags('Own metrics')
@ApiBearerAuth()
@Needs('metrics.manage')
@Controller('api/v1/own-metrics')
export class OwnMetricsController {
  constructor(
    @Inject(PostgresOwnMetrics) private readonly ownMetrics: PostgresOwnMetrics,
    @Inject(PostgresScreens) private readonly screens: PostgresScreens,
    @Inject(KeepOwnMetric) private readonly keepOwnMetric: KeepOwnMetric,
    @Inject(DropOwnMetric) private readonly dropOwnMetric: DropOwnMetric,
  ) {}

  @ApiOperation({ summary: 'The metrics of one’s own, and what one can be made of' })
  @ApiResponse({ status: 200, schema: jsonSchema(OwnMetricsReply) })
  @Get()
  async list(@CurrentCaller() { organisationId }: Caller): Promise<OwnMetricsReply> {
    const metrics = await this.ownMetrics.list(organisationId);
    return presentOwnMetrics(metrics, await this.screens.list(organisationId));
  }

  @ApiOperation({
    summary: 'Makes a metric: it is counted from now on, and for all that has come before',
    description:
      'A refusal tells in `problems` what is wrong with the draft, and where in it. ' +
      '`GET /api/v1/rescoring` tells how far the counting has come.',
  })
  @ApiBody({ schema: jsonSchema(OwnMetricDraft) })
  @ApiResponse({ status: 201, schema: jsonSchema(OwnMetricKept) })
  @Post()
  async make(
    @CurrentCaller() caller: Caller,
    @Body({ schema: OwnMetricDraft }) draft: OwnMetricDraft,
  ): Promise<OwnMetricKept> {
    const made = await this.keepOwnMetric.make(caller.organisationId, draft, actorOf(caller));
    if (made.kind === 'refused') throw wrongDraft(made.problems);
    return { key: made.key };
  }

  @ApiOperation({
    summary: 'Words a metric anew: a new version, counted for all that has come before',
    description: 'What the version before has counted stays in the ledger, and can be explained.',
  })
  @ApiBody({ schema: jsonSchema(OwnMetricDraft) })
  @ApiResponse({ status: 200, schema: jsonSchema(OwnMetricKept) })
  @Put(':key')
  async change(
    @CurrentCaller() caller: Caller,
    @Param('key', { schema: OwnMetricKey }) key: string,
    @Body({ schema: OwnMetricDraft }) draft: OwnMetricDraft,
  ): Promise<OwnMetricKept> {
    const { organisationId } = caller;
    const kept = await this.keepOwnMetric.change(organisationId, key, draft, actorOf(caller));
    if (kept === 'unknown-metric') throw unknownMetric(key);
    if (kept.kind === 'refused') throw wrongDraft(kept.problems);
    return { key };
  }

  @ApiOperation({
    summary: 'Takes a metric away; refused while a wall plays it or a metric is made of it',
  })
  @ApiResponse({ status: 204 })
  @HttpCode(204)
  @Delete(':key')
  async drop(
    @CurrentCaller() caller: Caller,
    @Param('key', { schema: OwnMetricKey }) key: string,
  ): Promise<void> {
    const outcome = await this.dropOwnMetric.execute(caller.organisationId, key, actorOf(caller));
    if (outcome === 'unknown-metric') throw unknownMetric(key);
    if (outcome !== 'dropped') throw new PublicError('conflict', stillUsed(outcome));
  }
}

function unknownMetric(key: string): PublicError {
  return new PublicError('not-found', `There is no metric "${key}" of your own`);
}
