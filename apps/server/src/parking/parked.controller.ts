import { ReplayParked } from '@bellwether/application';
import { IgnoreBody, ParkedQuery, ParkedReply, ReplayBody } from '@bellwether/contracts';
import { PostgresParked } from '@bellwether/persistence';
import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { actorOf } from '../access/actor-of.js';
import { CurrentCaller, Needs } from '../access/needs.js';
import type { Caller } from '../access/grants.js';
import { jsonSchema } from '../http/json-schema.js';

/** What could not be counted yet. Nothing vanishes. */
@ApiTags('Parked')
@ApiBearerAuth()
@Needs('parked.manage')
@Controller('api/v1/parked')
export class ParkedController {
  constructor(
    @Inject(PostgresParked) private readonly parked: PostgresParked,
    @Inject(ReplayParked) private readonly replayParked: ReplayParked,
  ) {}

  @ApiOperation({ summary: 'What is parked, why, and as it was sent' })
  @ApiResponse({ status: 200, schema: jsonSchema(ParkedReply) })
  @Get()
  async list(
    @CurrentCaller() { organisationId }: Caller,
    @Query({ schema: ParkedQuery }) { kind, subject, ignored, after, limit }: ParkedQuery,
  ): Promise<ParkedReply> {
    const filter = { ignored, ...(kind && { kind }), ...(subject && { subject }) };
    const [items, counts] = await Promise.all([
      this.parked.list(organisationId, filter, { after, limit }),
      this.parked.count(organisationId, { ignored }),
    ]);
    return {
      items: items.map(({ sourceName, parkedAt, ...item }) => ({
        ...item,
        source: sourceName,
        parkedAt: new Date(parkedAt).toISOString(),
      })),
      nextAfter: items.length === limit ? (items.at(-1)?.id ?? null) : null,
      counts: [...counts],
    };
  }

  @ApiOperation({ summary: 'Tries parked deliveries again, once their cause is mended' })
  @ApiBody({ schema: jsonSchema(ReplayBody) })
  @HttpCode(202)
  @Post('replay')
  async replay(
    @CurrentCaller() caller: Caller,
    @Body({ schema: ReplayBody }) { ids, kind, subject }: ReplayBody,
  ): Promise<{ replayed: number }> {
    const filter = { ...(ids && { ids }), ...(kind && { kind }), ...(subject && { subject }) };
    const by = actorOf(caller);
    return { replayed: await this.replayParked.execute(caller.organisationId, filter, by) };
  }

  @ApiOperation({
    summary: 'Sets parked deliveries aside; of an unknown person, also what is still to come',
  })
  @ApiBody({ schema: jsonSchema(IgnoreBody) })
  @HttpCode(200)
  @Post('ignore')
  async ignore(
    @CurrentCaller() caller: Caller,
    @Body({ schema: IgnoreBody }) filter: IgnoreBody,
  ): Promise<{ ignored: number }> {
    return { ignored: await this.parked.ignore(caller.organisationId, filter, actorOf(caller)) };
  }

  @ApiOperation({ summary: 'Lets what was set aside wait again' })
  @ApiBody({ schema: jsonSchema(IgnoreBody) })
  @HttpCode(200)
  @Post('notice')
  async notice(
    @CurrentCaller() caller: Caller,
    @Body({ schema: IgnoreBody }) filter: IgnoreBody,
  ): Promise<{ noticed: number }> {
    return { noticed: await this.parked.notice(caller.organisationId, filter, actorOf(caller)) };
  }
}
