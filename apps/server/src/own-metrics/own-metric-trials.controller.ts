import { CheckOwnMetric, TryOwnMetric } from '@bellwether/application';
import { OwnMetricChecked, OwnMetricPreview, OwnMetricTry } from '@bellwether/contracts';
import { PostgresDirectories } from '@bellwether/persistence';
import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/grants.js';
import { CurrentCaller, Needs } from '../access/needs.js';
import { jsonSchema } from '../http/json-schema.js';
import { presentChecked, presentPreview } from './own-metrics.presenter.js';

/** What a draft would come to. */
@ApiTags('Own metrics')
@ApiBearerAuth()
@Needs('metrics.manage')
@Controller('api/v1/own-metrics')
export class OwnMetricTrialsController {
  constructor(
    @Inject(CheckOwnMetric) private readonly checkOwnMetric: CheckOwnMetric,
    @Inject(TryOwnMetric) private readonly tryOwnMetric: TryOwnMetric,
    @Inject(PostgresDirectories) private readonly directories: PostgresDirectories,
  ) {}

  @ApiOperation({
    summary: 'What is wrong with a draft, and its form as CEL; nothing is kept of it',
  })
  @ApiBody({ schema: jsonSchema(OwnMetricTry) })
  @ApiResponse({ status: 200, schema: jsonSchema(OwnMetricChecked) })
  @HttpCode(200)
  @Post('check')
  async check(
    @CurrentCaller() { organisationId }: Caller,
    @Body({ schema: OwnMetricTry }) { draft, key }: OwnMetricTry,
  ): Promise<OwnMetricChecked> {
    return presentChecked(await this.checkOwnMetric.execute(organisationId, draft, key));
  }

  @ApiOperation({
    summary: 'What a draft would make of what came in before; nothing is kept of it',
    description:
      'It looks at the newest records, for two seconds and 20,000 of them at most, and tells how many. ' +
      'Weeks are the last twelve, places those of this month.',
  })
  @ApiBody({ schema: jsonSchema(OwnMetricTry) })
  @ApiResponse({ status: 200, schema: jsonSchema(OwnMetricPreview) })
  @HttpCode(200)
  @Post('preview')
  async preview(
    @CurrentCaller() { organisationId }: Caller,
    @Body({ schema: OwnMetricTry }) { draft, key }: OwnMetricTry,
  ): Promise<OwnMetricPreview> {
    const trial = await this.tryOwnMetric.execute(organisationId, draft, key);
    return presentPreview(trial, draft, await this.directories.read(organisationId));
  }
}
