import { StatusReply } from '@bellwether/contracts';
import { PostgresStatus } from '@bellwether/persistence';
import { Controller, Get, Inject } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentCaller, Needs } from '../access/needs.js';
import type { Caller } from '../access/grants.js';
import { Figures } from '../figures/figures.js';
import { jsonSchema } from '../http/json-schema.js';
import { LiveGateway } from '../live/live.gateway.js';

/** How the organisation's numbers are doing. */
@ApiTags('Status')
@ApiBearerAuth()
@Needs('status.read')
@Controller('api/v1/status')
export class StatusController {
  constructor(
    @Inject(PostgresStatus) private readonly status: PostgresStatus,
    @Inject(LiveGateway) private readonly live: LiveGateway,
    @Inject(Figures) private readonly figures: Figures,
  ) {}

  @ApiOperation({ summary: 'What has arrived, what waits, and how fast it reaches the screens' })
  @ApiResponse({ status: 200, schema: jsonSchema(StatusReply) })
  @Get()
  async read(@CurrentCaller() { organisationId }: Caller): Promise<StatusReply> {
    const { lastArrivedAt, ...counts } = await this.status.read(organisationId);
    const { toScreen } = this.figures;
    const [p50, p99] = [toScreen.percentile(0.5), toScreen.percentile(0.99)];
    return {
      ...counts,
      lastArrivedAt: lastArrivedAt === null ? null : new Date(lastArrivedAt).toISOString(),
      screensWatching: this.live.screens(organisationId),
      toScreen: p50 === null || p99 === null ? null : { p50, p99 },
    };
  }
}
