import { SeeBoard, SetPrivacy } from '@bellwether/application';
import { MetricKey, MetricPrivacy, MetricsReply } from '@bellwether/contracts';
import { PostgresDirectories } from '@bellwether/persistence';
import { Body, Controller, Get, HttpCode, Inject, Param, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { actorOf } from '../access/actor-of.js';
import type { Caller } from '../access/grants.js';
import { lookerOf } from '../access/looker-of.js';
import { CurrentCaller, Needs } from '../access/needs.js';
import { jsonSchema } from '../http/json-schema.js';
import { PublicError } from '../http/public-error.js';
import { presentMetrics } from './metrics.presenter.js';

/** What boards can be of, and who sees them. */
@ApiTags('Boards')
@ApiBearerAuth()
@Needs('boards.read')
@Controller('api/v1/metrics')
export class MetricsController {
  constructor(
    @Inject(PostgresDirectories) private readonly directories: PostgresDirectories,
    @Inject(SeeBoard) private readonly seeBoard: SeeBoard,
    @Inject(SetPrivacy) private readonly setPrivacy: SetPrivacy,
  ) {}

  @ApiOperation({ summary: 'The metrics that boards can be of, and who sees each' })
  @ApiResponse({ status: 200, schema: jsonSchema(MetricsReply) })
  @Get()
  async list(@CurrentCaller() caller: Caller): Promise<MetricsReply> {
    const directory = await this.directories.read(caller.organisationId);
    return { metrics: presentMetrics(directory, this.seeBoard, lookerOf(caller)) };
  }

  @ApiOperation({
    summary: 'Says who sees a metric; screens follow at once',
    description: 'docs/privacy.md tells what each of the settings leaves to whom.',
  })
  @ApiBody({ schema: jsonSchema(MetricPrivacy) })
  @ApiResponse({ status: 204 })
  @HttpCode(204)
  @Needs('metrics.manage')
  @Put(':key/privacy')
  async keepPrivate(
    @CurrentCaller() caller: Caller,
    @Param('key', { schema: MetricKey }) key: string,
    @Body({ schema: MetricPrivacy }) privacy: MetricPrivacy,
  ): Promise<void> {
    const by = actorOf(caller);
    const isKnown = await this.setPrivacy.execute(caller.organisationId, key, privacy, by);
    if (!isKnown) throw new PublicError('not-found', `There is no metric "${key}"`);
  }
}
