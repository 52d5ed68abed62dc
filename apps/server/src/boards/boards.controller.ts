import type { WindowRequest } from '@bellwether/application';
import { ViewBoard } from '@bellwether/application';
import type { MetricsReply } from '@bellwether/contracts';
import { BoardQuery, BoardReply, MetricsReply as MetricsReplySchema } from '@bellwether/contracts';
import { PostgresDirectories } from '@bellwether/persistence';
import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CurrentCaller, Needs } from '../access/needs.js';
import type { Caller } from '../access/grants.js';
import { jsonSchema } from '../http/json-schema.js';
import { PublicError } from '../http/public-error.js';
import { DataAge } from '../live/data-age.js';
import { presentBoard, presentUnit } from './board.presenter.js';

const BoardId = z.string().max(150);

/** Boards, read page by page. */
@ApiTags('Boards')
@ApiBearerAuth()
@Needs('boards.read')
@Controller('api/v1')
export class BoardsController {
  constructor(
    @Inject(ViewBoard) private readonly viewBoard: ViewBoard,
    @Inject(PostgresDirectories) private readonly directories: PostgresDirectories,
    @Inject(DataAge) private readonly dataAge: DataAge,
  ) {}

  @ApiOperation({
    summary: 'A stretch of a board, or the lines around somebody',
    description:
      'The id is `metric.period.competitors`, e.g. `revenue_won.month.reps`, ' +
      '`calls.day@2026-11-20.reps.team-3`, `deals_won.quarter.teams`.',
  })
  @ApiResponse({ status: 200, schema: jsonSchema(BoardReply) })
  @Get('boards/:id')
  async read(
    @CurrentCaller() { organisationId }: Caller,
    @Param('id', { schema: BoardId }) id: string,
    @Query({ schema: BoardQuery }) query: BoardQuery,
  ): Promise<BoardReply> {
    const asOf = await this.dataAge.lately(organisationId);
    const view = await this.viewBoard.execute(organisationId, id, windowOf(query));
    if (!view) throw new PublicError('not-found', `There is no board "${id}"`);
    return presentBoard(id, view, asOf);
  }

  @ApiOperation({ summary: 'The metrics that boards can be of' })
  @ApiResponse({ status: 200, schema: jsonSchema(MetricsReplySchema) })
  @Get('metrics')
  async metrics(@CurrentCaller() { organisationId }: Caller): Promise<MetricsReply> {
    const { metrics, organisation } = await this.directories.read(organisationId);
    return {
      metrics: metrics.map(({ key, version, title, timing, direction, unit }) => ({
        key,
        version,
        title,
        timing,
        direction,
        unit: presentUnit(unit, organisation.currency),
      })),
    };
  }
}

function windowOf({ offset, limit, around, span }: BoardQuery): WindowRequest {
  if (around !== undefined) return { kind: 'around', member: around, span };
  return { kind: 'top', from: offset, to: offset + limit - 1 };
}
