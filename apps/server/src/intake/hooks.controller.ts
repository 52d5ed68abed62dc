import { ReceiveDelivery } from '@bellwether/application';
import type { IntakeReply } from '@bellwether/contracts';
import { IntakeReply as IntakeReplySchema } from '@bellwether/contracts';
import { Controller, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Open } from '../access/needs.js';
import type { Config } from '../config/load-config.js';
import { Figures } from '../figures/figures.js';
import { arrivalOf } from '../http/arrival.js';
import { jsonSchema } from '../http/json-schema.js';
import { PublicError } from '../http/public-error.js';
import { CachedSources } from '../stores/cached-sources.js';
import { CONFIG } from '../tokens.js';
import { deliveryOf } from './delivery-of.js';
import { presentAcceptance } from './intake.presenter.js';

const Address = z.string().max(100);

/** Where vendors send what happens with them, in their own words. */
@ApiTags('Intake')
@Controller('hooks')
export class HooksController {
  constructor(
    @Inject(ReceiveDelivery) private readonly receiveDelivery: ReceiveDelivery,
    @Inject(CachedSources) private readonly sources: CachedSources,
    @Inject(Figures) private readonly figures: Figures,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @ApiOperation({
    summary: "A vendor's webhook, signed the vendor's way",
    description: 'The address ends in what the source was given; paste it at the vendor.',
  })
  @ApiResponse({ status: 202, schema: jsonSchema(IntakeReplySchema) })
  @Open()
  @RouteConfig({ raw: true })
  @HttpCode(202)
  @Post(':address')
  async accept(
    @Req() request: FastifyRequest,
    @Param('address', { schema: Address }) address: string,
  ): Promise<IntakeReply> {
    const source = await this.sources.byAddress(address);
    if (!source) throw new PublicError('unknown-source', 'Check the address at the sender');
    const delivery = deliveryOf(request, this.config.publicUrl);
    const arrivedAt = arrivalOf(request);
    const acceptance = await this.receiveDelivery.execute(source, delivery, arrivedAt, false);
    this.figures.took(acceptance, arrivedAt);
    return presentAcceptance(acceptance);
  }
}
