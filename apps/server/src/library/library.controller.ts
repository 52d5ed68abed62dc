import { DropKpi, UseKpi } from '@bellwether/application';
import { KpiKey, LibraryReply } from '@bellwether/contracts';
import { PostgresDirectories } from '@bellwether/persistence';
import { Controller, Delete, Get, HttpCode, Inject, Param, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { actorOf } from '../access/actor-of.js';
import type { Caller } from '../access/grants.js';
import { CurrentCaller, Needs } from '../access/needs.js';
import { jsonSchema } from '../http/json-schema.js';
import { PublicError } from '../http/public-error.js';
import { stillUsed } from '../metrics/still-used.js';
import { presentLibrary } from './library.presenter.js';

/** All figures that ship with the product, and which of them are used. */
@ApiTags('Library')
@ApiBearerAuth()
@Needs('metrics.manage')
@Controller('api/v1/library')
export class LibraryController {
  constructor(
    @Inject(PostgresDirectories) private readonly directories: PostgresDirectories,
    @Inject(UseKpi) private readonly useKpi: UseKpi,
    @Inject(DropKpi) private readonly dropKpi: DropKpi,
  ) {}

  @ApiOperation({ summary: 'All KPIs of the catalogue, and which of them are in use' })
  @ApiResponse({ status: 200, schema: jsonSchema(LibraryReply) })
  @Needs('boards.read')
  @Get()
  async list(@CurrentCaller() { organisationId }: Caller): Promise<LibraryReply> {
    return presentLibrary(await this.directories.read(organisationId));
  }

  @ApiOperation({
    summary: 'Uses a KPI: it is counted from now on, and for all that has come before',
    description: '`GET /api/v1/rescoring` tells how far the counting has come.',
  })
  @ApiResponse({ status: 204 })
  @HttpCode(204)
  @Put(':key/use')
  async use(
    @CurrentCaller() caller: Caller,
    @Param('key', { schema: KpiKey }) key: string,
  ): Promise<void> {
    if (await this.useKpi.execute(caller.organisationId, key, actorOf(caller))) return;
    throw unknownKpi(key);
  }

  @ApiOperation({
    summary:
      'Uses a KPI no longer; refused while a wall plays it, or a metric or scorecard is made of it',
  })
  @ApiResponse({ status: 204 })
  @HttpCode(204)
  @Delete(':key/use')
  async drop(
    @CurrentCaller() caller: Caller,
    @Param('key', { schema: KpiKey }) key: string,
  ): Promise<void> {
    const outcome = await this.dropKpi.execute(caller.organisationId, key, actorOf(caller));
    if (outcome === 'unknown-kpi') throw unknownKpi(key);
    if (outcome === 'dropped') return;
    throw new PublicError('conflict', stillUsed(outcome));
  }
}

function unknownKpi(key: string): PublicError {
  return new PublicError('not-found', `There is no KPI "${key}" in the library`);
}
