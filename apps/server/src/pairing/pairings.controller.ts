import { PairScreens } from '@bellwether/application';
import {
  PairingClaim,
  PairingClaimed,
  PairingPoll,
  PairingStarted,
  PairingState,
} from '@bellwether/contracts';
import { PostgresDirectories, PostgresScreens } from '@bellwether/persistence';
import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { actorOf } from '../access/actor-of.js';
import { CurrentCaller, Needs, Open } from '../access/needs.js';
import type { Caller } from '../access/grants.js';
import { Links } from '../access/links.js';
import { reachedBy } from '../access/reached-by.js';
import type { Config } from '../config/load-config.js';
import { jsonSchema } from '../http/json-schema.js';
import { PublicError } from '../http/public-error.js';
import { tooFast, tooOften } from '../http/too-fast.js';
import { presentScreen } from '../screens/screen.presenter.js';
import { RedisRateLimits } from '../stores/redis-rate-limits.js';
import { CONFIG } from '../tokens.js';
import { presentPairing } from './pairing.presenter.js';

/** New codes for one address of the network: a house that plugs all its screens in at once. */
const A_HOUSE = { max: 300, window: 600 };

/** Screens that have no key show a code; whoever may, types it at the desk. */
@ApiTags('Screens')
@Controller('api/v1/pairings')
export class PairingsController {
  constructor(
    @Inject(PairScreens) private readonly pairScreens: PairScreens,
    @Inject(PostgresScreens) private readonly screens: PostgresScreens,
    @Inject(PostgresDirectories) private readonly directories: PostgresDirectories,
    @Inject(RedisRateLimits) private readonly limits: RedisRateLimits,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @ApiOperation({ summary: 'Gives a screen without a key a code to show (RFC 8628)' })
  @ApiResponse({ status: 201, schema: jsonSchema(PairingStarted) })
  @Open()
  @Post()
  async open(@Req() request: FastifyRequest): Promise<PairingStarted> {
    const { allowed, retryAfter } = await this.limits.consume(`pairing:${request.ip}`, A_HOUSE);
    if (!allowed) throw tooOften(retryAfter ?? A_HOUSE.window);
    const pairing = await this.pairScreens.open();
    if (pairing === 'busy') throw tooFast();
    return presentPairing(pairing, new Links(reachedBy(this.config.publicUrl, request)));
  }

  @ApiOperation({ summary: 'Asks whether the code was typed; answers the key of the screen then' })
  @ApiBody({ schema: jsonSchema(PairingPoll) })
  @ApiResponse({ status: 200, schema: jsonSchema(PairingState) })
  @Open()
  @HttpCode(200)
  @Post('poll')
  async poll(@Body({ schema: PairingPoll }) { deviceCode }: PairingPoll): Promise<PairingState> {
    const collected = await this.pairScreens.collect(deviceCode);
    return typeof collected === 'string'
      ? { state: collected }
      : { state: 'paired', key: collected.key };
  }

  @ApiOperation({ summary: 'Makes the screen that shows a code a new one, or one that is there' })
  @ApiBearerAuth()
  @ApiBody({ schema: jsonSchema(PairingClaim) })
  @ApiResponse({ status: 200, schema: jsonSchema(PairingClaimed) })
  @Needs('screens.manage')
  @HttpCode(200)
  @Post('claim')
  async claim(
    @CurrentCaller() caller: Caller,
    @Body({ schema: PairingClaim }) { code, as }: z.output<typeof PairingClaim>,
  ): Promise<PairingClaimed> {
    const { organisationId } = caller;
    const claimed = await this.pairScreens.claim(organisationId, code, as, actorOf(caller));
    if (claimed.kind === 'unknown-code') {
      throw new PublicError(
        'not-found',
        'No screen shows this code. Look again: it changes every ten minutes',
        '/code',
      );
    }
    const screen =
      claimed.kind === 'claimed'
        ? await this.screens.read(organisationId, claimed.screenId)
        : undefined;
    if (!screen) throw new PublicError('not-found', 'There is no such screen', '/screenId');
    const { organisation } = await this.directories.read(organisationId);
    return { screen: presentScreen(screen, organisation) };
  }
}
