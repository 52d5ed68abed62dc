import type { LogPlace, Replayed } from '@bellwether/application';
import { ReadDeliveries, ReplayDeliveries } from '@bellwether/application';
import {
  DeliveriesQuery,
  DeliveriesReply,
  DeliveryRef,
  DeliveryReply,
  ReplayDeliveriesBody,
  ReplayedReply,
  RowIdText,
} from '@bellwether/contracts';
import type { SourceId } from '@bellwether/domain';
import { PostgresDirectories } from '@bellwether/persistence';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/grants.js';
import { CurrentCaller, Needs } from '../access/needs.js';
import { jsonSchema } from '../http/json-schema.js';
import { PublicError } from '../http/public-error.js';
import { lineOf, presentDelivery, presentLine, presentPlace } from './delivery.presenter.js';
import { unknownSource } from './unknown-source.js';

/** What a source sent, and what became of it. */
@ApiTags('Sources')
@ApiBearerAuth()
@Needs('sources.manage')
@Controller('api/v1/sources/:id')
export class DeliveriesController {
  constructor(
    @Inject(ReadDeliveries) private readonly deliveries: ReadDeliveries,
    @Inject(ReplayDeliveries) private readonly replayDeliveries: ReplayDeliveries,
    @Inject(PostgresDirectories) private readonly directories: PostgresDirectories,
  ) {}

  @ApiOperation({
    summary: 'The log of a source, newest first: also what was refused or not needed',
  })
  @ApiResponse({ status: 200, schema: jsonSchema(DeliveriesReply) })
  @Get('deliveries')
  async list(
    @CurrentCaller() { organisationId }: Caller,
    @Param('id', { schema: RowIdText }) id: number,
    @Query({ schema: DeliveriesQuery }) { verdict, before, limit }: DeliveriesQuery,
  ): Promise<DeliveriesReply> {
    const asked = { verdict, limit, before: before === undefined ? null : placeOf(before) };
    const page = await this.deliveries.list(organisationId, id as SourceId, asked);
    if (page === 'unknown-source') throw unknownSource(id);
    const { lines, nextBefore } = page;
    return {
      deliveries: lines.map(presentLine),
      nextBefore: nextBefore && presentPlace(nextBefore),
    };
  }

  @ApiOperation({
    summary: 'One delivery: as it was sent, as it was understood, and what it moved',
  })
  @ApiResponse({ status: 200, schema: jsonSchema(DeliveryReply) })
  @Get('deliveries/:ref')
  async read(
    @CurrentCaller() { organisationId }: Caller,
    @Param('id', { schema: RowIdText }) id: number,
    @Param('ref', { schema: DeliveryRef }) ref: string,
  ): Promise<DeliveryReply> {
    const found = await this.deliveries.one(organisationId, id as SourceId, lineOf(ref));
    if (found === 'unknown-source') throw unknownSource(id);
    if (found === 'unknown') {
      throw new PublicError(
        'not-found',
        'There is no such delivery; the log may have let go of it',
      );
    }
    return presentDelivery(found.line, await this.directories.read(organisationId));
  }

  @ApiOperation({
    summary: 'Scores deliveries again: these, or all of a stretch of time, a thousand at a time',
    description: 'Each delivery counts once, however often it is replayed.',
  })
  @ApiBody({ schema: jsonSchema(ReplayDeliveriesBody) })
  @ApiResponse({ status: 202, schema: jsonSchema(ReplayedReply) })
  @HttpCode(202)
  @Post('replay')
  async replay(
    @CurrentCaller() { organisationId }: Caller,
    @Param('id', { schema: RowIdText }) id: number,
    @Body({ schema: ReplayDeliveriesBody }) body: ReplayDeliveriesBody,
  ): Promise<ReplayedReply> {
    const selection = selectionOf(body);
    const replayed = await this.replayDeliveries.execute(organisationId, id as SourceId, selection);
    if (replayed === 'unknown-source') throw unknownSource(id);
    return presentReplayed(replayed);
  }
}

function selectionOf(body: ReplayDeliveriesBody) {
  if ('refs' in body) {
    const places = body.refs.map(lineOf).filter(({ kind }) => kind === 'delivery');
    return { ids: places.map(({ id }) => id) };
  }
  const { from, until, after } = body;
  return {
    from: Date.parse(from),
    until: Date.parse(until),
    after: after === undefined ? null : placeOf(after),
  };
}

function presentReplayed({ replayed, notKept, next }: Replayed): ReplayedReply {
  return { replayed, notKept, next: next && presentPlace({ ...next, kind: 'delivery' }) };
}

function placeOf(text: string): LogPlace {
  const [at = '', ref = ''] = text.split('.');
  return { at: Number(at), ...lineOf(ref) };
}
