import { RowIdText, WallDayReply } from '@bellwether/contracts';
import { judgeWallDay } from '@bellwether/domain';
import { PostgresScreens } from '@bellwether/persistence';
import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentCaller, Needs } from '../access/needs.js';
import type { Caller } from '../access/grants.js';
import { jsonSchema } from '../http/json-schema.js';
import { PublicError } from '../http/public-error.js';
import { ScreenPresence } from '../live/screen-presence.js';

/** When a screen was heard of. */
@ApiTags('Screens')
@ApiBearerAuth()
@Needs('screens.manage')
@Controller('api/v1/screens/:id')
export class ScreenDayController {
  constructor(
    @Inject(PostgresScreens) private readonly screens: PostgresScreens,
    @Inject(ScreenPresence) private readonly presence: ScreenPresence,
  ) {}

  @ApiOperation({ summary: 'The last 24 hours of a screen: when it was live, late and dark' })
  @ApiResponse({ status: 200, schema: jsonSchema(WallDayReply) })
  @Get('day')
  async day(
    @CurrentCaller() { organisationId }: Caller,
    @Param('id', { schema: RowIdText }) id: number,
  ): Promise<WallDayReply> {
    const screen = await this.screens.read(organisationId, id);
    if (!screen) throw new PublicError('not-found', `There is no screen ${id}`);
    const watch = await this.presence.watchOf(organisationId, id);
    const { bars, late, dark } = judgeWallDay(watch, Date.now());
    return { bars: [...bars], late, dark };
  }
}
