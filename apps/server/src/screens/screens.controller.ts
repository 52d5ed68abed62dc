import { HandOutKeys, ShutOutScreen } from '@bellwether/application';
import {
  LinkMade,
  RowIdText,
  ScreenBody,
  ScreenChange,
  ScreenMade,
  ScreensReply,
  ScreenView,
} from '@bellwether/contracts';
import type { OrganisationId } from '@bellwether/domain';
import { parseBoardId } from '@bellwether/domain';
import { PostgresDirectories, PostgresScreens } from '@bellwether/persistence';
import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Inject,
  Param,
  Patch,
  Post,
} from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { actorOf } from '../access/actor-of.js';
import { CurrentCaller, Needs } from '../access/needs.js';
import type { Caller } from '../access/grants.js';
import { Links } from '../access/links.js';
import type { Config } from '../config/load-config.js';
import { jsonSchema } from '../http/json-schema.js';
import { PublicError } from '../http/public-error.js';
import { ScreenPresence } from '../live/screen-presence.js';
import { LiveGateway } from '../live/live.gateway.js';
import { CONFIG } from '../tokens.js';
import { presentScreen, presentSeen } from './screen.presenter.js';

/** The walls and what they play. */
@ApiTags('Screens')
@ApiBearerAuth()
@Needs('screens.manage')
@Controller('api/v1/screens')
export class ScreensController {
  readonly #links: Links;

  constructor(
    @Inject(PostgresScreens) private readonly screens: PostgresScreens,
    @Inject(PostgresDirectories) private readonly directories: PostgresDirectories,
    @Inject(LiveGateway) private readonly live: LiveGateway,
    @Inject(ScreenPresence) private readonly presence: ScreenPresence,
    @Inject(HandOutKeys) private readonly keys: HandOutKeys,
    @Inject(ShutOutScreen) private readonly shutOutScreen: ShutOutScreen,
    @Inject(CONFIG) config: Config,
  ) {
    this.#links = new Links(config.publicUrl);
  }

  @ApiOperation({ summary: 'All screens, what they play, and when each was last seen' })
  @ApiResponse({ status: 200, schema: jsonSchema(ScreensReply) })
  @Get()
  async list(@CurrentCaller() { organisationId }: Caller): Promise<ScreensReply> {
    const { organisation } = await this.directories.read(organisationId);
    const [screens, seen] = await Promise.all([
      this.screens.list(organisationId),
      this.presence.read(organisationId),
    ]);
    const now = Date.now();
    return {
      screens: screens.map((screen) => presentScreen(screen, organisation)),
      seen: seen.map((screen) => presentSeen(screen, now)),
    };
  }

  @ApiOperation({ summary: 'Adds a screen; the address that opens it is shown once' })
  @ApiBody({ schema: jsonSchema(ScreenBody) })
  @ApiResponse({ status: 201, schema: jsonSchema(ScreenMade) })
  @Post()
  async add(
    @CurrentCaller() caller: Caller,
    @Body({ schema: ScreenBody }) { name }: ScreenBody,
  ): Promise<ScreenMade> {
    const { organisationId } = caller;
    const { screenId, key } = await this.keys.forNewScreen(organisationId, name, actorOf(caller));
    const screen = await this.#view(organisationId, screenId);
    return { screen, url: this.#links.wall(key) };
  }

  @ApiOperation({ summary: 'Makes one more address that opens a screen; it is shown once' })
  @ApiResponse({ status: 201, schema: jsonSchema(LinkMade) })
  @Post(':id/links')
  async link(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: RowIdText }) id: number,
  ): Promise<LinkMade> {
    const { organisationId } = caller;
    const { name } = await this.#view(organisationId, id);
    const key = await this.keys.forScreen(organisationId, id, name, actorOf(caller));
    return { url: this.#links.wall(key) };
  }

  @ApiOperation({ summary: 'Ends every address and pairing of a screen, at once' })
  @ApiResponse({ status: 204 })
  @HttpCode(204)
  @Delete(':id/links')
  async shutOut(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: RowIdText }) id: number,
  ): Promise<void> {
    if (await this.shutOutScreen.execute(caller.organisationId, id, actorOf(caller))) return;
    throw new PublicError('not-found', `There is no screen ${id}`);
  }

  @ApiOperation({ summary: 'Changes what a screen plays; it follows at once' })
  @ApiBody({ schema: jsonSchema(ScreenChange) })
  @ApiResponse({ status: 200, schema: jsonSchema(ScreenView) })
  @HttpCode(200)
  @Patch(':id')
  async change(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: RowIdText }) id: number,
    @Body({ schema: ScreenChange }) change: ScreenChange,
  ): Promise<ScreenView> {
    const { organisationId } = caller;
    const { organisation, metrics } = await this.directories.read(organisationId);
    const boards = (change.slides ?? []).flatMap(({ board, strip }) => [board, strip ?? board]);
    const unknown = boards.find((board) => {
      const metric = parseBoardId(board)?.metric;
      return !metrics.some(({ key }) => key === metric);
    });
    if (unknown !== undefined) {
      throw new PublicError('impossible', `There is no board "${unknown}"`, '/slides');
    }
    const changes = withoutUndefined(change);
    const screen = await this.screens.change(organisationId, id, changes, actorOf(caller));
    if (!screen) throw new PublicError('not-found', `There is no screen ${id}`);
    const view = presentScreen(screen, organisation);
    this.live.tellScreen(organisationId, view);
    return view;
  }

  async #view(organisationId: OrganisationId, id: number): Promise<ScreenView> {
    const { organisation } = await this.directories.read(organisationId);
    const screen = await this.screens.read(organisationId, id);
    if (!screen) throw new PublicError('not-found', `There is no screen ${id}`);
    return presentScreen(screen, organisation);
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
