import { ScreenChange, ScreenView } from '@bellwether/contracts';
import { parseBoardId } from '@bellwether/domain';
import { PostgresDirectories, PostgresScreens } from '@bellwether/persistence';
import { Body, Controller, Get, HttpCode, Inject, Param, Patch } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Allow, CurrentCaller } from '../access/allow.js';
import type { Caller } from '../access/grants.js';
import { jsonSchema } from '../http/json-schema.js';
import { PublicError } from '../http/public-error.js';
import { LiveGateway } from '../live/live.gateway.js';
import { presentScreen } from './screen.presenter.js';

const Id = z.coerce.number().int().positive();
const Screens = z.object({ screens: z.array(ScreenView) });

/** What the walls play. */
@ApiTags('Screens')
@ApiBearerAuth()
@Allow('owner')
@Controller('api/v1/screens')
export class ScreensController {
  constructor(
    @Inject(PostgresScreens) private readonly screens: PostgresScreens,
    @Inject(PostgresDirectories) private readonly directories: PostgresDirectories,
    @Inject(LiveGateway) private readonly live: LiveGateway,
  ) {}

  @ApiOperation({ summary: 'All screens and what they play' })
  @ApiResponse({ status: 200, schema: jsonSchema(Screens) })
  @Get()
  async list(@CurrentCaller() { organisationId }: Caller): Promise<z.infer<typeof Screens>> {
    const { organisation } = await this.directories.read(organisationId);
    const screens = await this.screens.list(organisationId);
    return { screens: screens.map((screen) => presentScreen(screen, organisation)) };
  }

  @ApiOperation({ summary: 'Changes what a screen plays; it follows at once' })
  @ApiBody({ schema: jsonSchema(ScreenChange) })
  @ApiResponse({ status: 200, schema: jsonSchema(ScreenView) })
  @HttpCode(200)
  @Patch(':id')
  async change(
    @CurrentCaller() { organisationId }: Caller,
    @Param('id', { schema: Id }) id: number,
    @Body({ schema: ScreenChange }) change: ScreenChange,
  ): Promise<ScreenView> {
    const { organisation, metrics } = await this.directories.read(organisationId);
    const boards = (change.slides ?? []).flatMap(({ board, strip }) => [board, strip ?? board]);
    const unknown = boards.find((board) => {
      const metric = parseBoardId(board)?.metric;
      return !metrics.some(({ key }) => key === metric);
    });
    if (unknown !== undefined) {
      throw new PublicError('impossible', `There is no board "${unknown}"`, '/slides');
    }
    const screen = await this.screens.change(organisationId, id, withoutUndefined(change));
    if (!screen) throw new PublicError('not-found', `There is no screen ${id}`);
    const view = presentScreen(screen, organisation);
    this.live.tellScreen(organisationId, view);
    return view;
  }
}

function withoutUndefined({ name, slides, reducedMotion, volume }: ScreenChange) {
  return {
    ...(name !== undefined && { name }),
    ...(slides !== undefined && { slides }),
    ...(reducedMotion !== undefined && { reducedMotion }),
    ...(volume !== undefined && { volume }),
  };
}
