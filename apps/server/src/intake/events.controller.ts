import type { Source } from '@bellwether/application';
import { ReceiveDelivery } from '@bellwether/application';
import type { IntakeReply } from '@bellwether/contracts';
import { CanonicalRecord, IntakeReply as IntakeReplySchema } from '@bellwether/contracts';
import { Controller, HttpCode, Inject, Post, Query, Req } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Open } from '../access/needs.js';
import { keyFrom } from '../access/key-from.js';
import type { Config } from '../config/load-config.js';
import { Figures } from '../figures/figures.js';
import { arrivalOf } from '../http/arrival.js';
import { jsonSchema } from '../http/json-schema.js';
import { PublicError } from '../http/public-error.js';
import { CachedSources } from '../stores/cached-sources.js';
import { CONFIG } from '../tokens.js';
import { deliveryOf } from './delivery-of.js';
import { presentAcceptance, refuseUnusable } from './intake.presenter.js';

const SourceQuery = z.object({ source: z.string().max(100).optional() });

/** Where our own records arrive. */
@ApiTags('Intake')
@Controller('api/v1/events')
export class EventsController {
  constructor(
    @Inject(ReceiveDelivery) private readonly receiveDelivery: ReceiveDelivery,
    @Inject(CachedSources) private readonly sources: CachedSources,
    @Inject(Figures) private readonly figures: Figures,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @ApiOperation({
    summary: 'Send records: one object, an array of up to 1,000, or NDJSON',
    description:
      'Either with an API key (`Authorization: Bearer …` or `X-Api-Key`), or signed as Standard ' +
      'Webhooks with `?source=` naming the source by its address. Answers when everything accepted ' +
      'is on disk. Each record has its own verdict; good ones count.',
  })
  @ApiBody({ schema: jsonSchema(CanonicalRecord) })
  @ApiResponse({ status: 202, schema: jsonSchema(IntakeReplySchema) })
  @Open()
  @RouteConfig({ raw: true })
  @HttpCode(202)
  @Post()
  async accept(
    @Req() request: FastifyRequest,
    @Query({ schema: SourceQuery }) { source: address }: z.infer<typeof SourceQuery>,
  ): Promise<IntakeReply> {
    const key = keyFrom(request.headers);
    const source = await this.#sourceOf(key, address);
    const delivery = deliveryOf(request, this.config.publicUrl);
    const arrivedAt = arrivalOf(request);
    const isKnown = key !== undefined;
    const acceptance = await this.receiveDelivery.execute(source, delivery, arrivedAt, isKnown);
    this.figures.took(acceptance, arrivedAt);
    return refuseUnusable(presentAcceptance(acceptance));
  }

  async #sourceOf(key: string | undefined, address: string | undefined): Promise<Source> {
    if (key !== undefined) {
      const source = await this.sources.byApiKey(key);
      if (!source) throw new PublicError('unsigned', 'This API key is unknown or was revoked');
      return source;
    }
    const source = address === undefined ? undefined : await this.sources.byAddress(address);
    if (source?.kind === 'canonical') return source;
    throw new PublicError(
      'unsigned',
      'Send an API key, or sign the request and name its source: /api/v1/events?source=…',
    );
  }
}
