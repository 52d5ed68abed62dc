import { AskForNewKeys } from '@bellwether/application';
import { CallBody, CallReply, RowIdText } from '@bellwether/contracts';
import { PostgresScreens } from '@bellwether/persistence';
import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { actorOf } from '../access/actor-of.js';
import { CurrentCaller, Needs } from '../access/needs.js';
import type { Caller } from '../access/grants.js';
import { jsonSchema } from '../http/json-schema.js';
import { PublicError } from '../http/public-error.js';
import { LiveGateway } from '../live/live.gateway.js';

/** What the desk asks of a screen that is on. */
@ApiTags('Screens')
@ApiBearerAuth()
@Needs('screens.manage')
@Controller('api/v1/screens/:id')
export class ScreenCallsController {
  constructor(
    @Inject(PostgresScreens) private readonly screens: PostgresScreens,
    @Inject(LiveGateway) private readonly live: LiveGateway,
    @Inject(AskForNewKeys) private readonly askForNewKeys: AskForNewKeys,
  ) {}

  @ApiOperation({ summary: 'Asks a screen to show its name, to ring for a test, or to reload' })
  @ApiBody({ schema: jsonSchema(CallBody) })
  @ApiResponse({ status: 200, schema: jsonSchema(CallReply) })
  @HttpCode(200)
  @Post('calls')
  async call(
    @CurrentCaller() { organisationId }: Caller,
    @Param('id', { schema: RowIdText }) id: number,
    @Body({ schema: CallBody }) { call }: CallBody,
  ): Promise<CallReply> {
    if (!(await this.screens.read(organisationId, id))) throw noScreen(id);
    return this.live.callScreen(organisationId, id, { call });
  }

  @ApiOperation({
    summary: 'Has a screen replace its keys: at once when it is on, or when it is back',
  })
  @ApiResponse({ status: 200, schema: jsonSchema(CallReply) })
  @HttpCode(200)
  @Post('keys')
  async renewKeys(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: RowIdText }) id: number,
  ): Promise<CallReply> {
    const { organisationId } = caller;
    if (!(await this.askForNewKeys.execute(organisationId, id, actorOf(caller))))
      throw noScreen(id);
    return this.live.callScreen(organisationId, id, { call: 'renew-key' });
  }
}

function noScreen(id: number): PublicError {
  return new PublicError('not-found', `There is no screen ${id}`);
}
