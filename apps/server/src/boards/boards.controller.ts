import type { WindowRequest } from '@bellwether/application';
import { SeeBoard } from '@bellwether/application';
import { BoardQuery, BoardReply } from '@bellwether/contracts';
import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CurrentCaller, Needs } from '../access/needs.js';
import type { Caller } from '../access/grants.js';
import { lookerOf } from '../access/looker-of.js';
import { jsonSchema } from '../http/json-schema.js';
import { PublicError } from '../http/public-error.js';
import { DataAge } from '../live/data-age.js';
import { presentBoard } from './board.presenter.js';
import { KEPT_PRIVATE } from './kept-private.js';

const BoardId = z.string().max(150);

/** Boards, read page by page. */
@ApiTags('Boards')
@ApiBearerAuth()
@Needs('boards.read')
@Controller('api/v1/boards')
export class BoardsController {
  constructor(
    @Inject(SeeBoard) private readonly seeBoard: SeeBoard,
    @Inject(DataAge) private readonly dataAge: DataAge,
  ) {}

  @ApiOperation({
    summary: 'A stretch of a board, or the lines around somebody',
    description:
      'The id is `metric.period.competitors`, e.g. `revenue_won.month.reps`, ' +
      '`calls.day@2026-11-20.reps.team-3`, `deals_won.quarter.teams`.',
  })
  @ApiResponse({ status: 200, schema: jsonSchema(BoardReply) })
  @Get(':id')
  async read(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: BoardId }) id: string,
    @Query({ schema: BoardQuery }) query: BoardQuery,
  ): Promise<BoardReply> {
    const { organisationId } = caller;
    const asOf = await this.dataAge.lately(organisationId);
    const window = windowOf(query);
    const view = await this.seeBoard.execute(organisationId, id, lookerOf(caller), window);
    if (view === 'kept-private') throw new PublicError('forbidden', KEPT_PRIVATE);
    if (!view) throw new PublicError('not-found', `There is no board "${id}"`);
    return presentBoard(id, view, asOf);
  }
}

function windowOf({ offset, limit, around, span }: BoardQuery): WindowRequest {
  if (around !== undefined) return { kind: 'around', member: around, span };
  return { kind: 'top', from: offset, to: offset + limit - 1 };
}
