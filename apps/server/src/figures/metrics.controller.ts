import { Controller, Get, Header, Headers, Inject, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Open } from '../access/needs.js';
import { keyFrom } from '../access/key-from.js';
import { sameSecret } from '../access/same-secret.js';
import type { Config } from '../config/load-config.js';
import { PublicError } from '../http/public-error.js';
import { CONFIG } from '../tokens.js';
import { Meters } from './meters.js';

/** For Prometheus. There is no such page unless a token is set. */
@ApiExcludeController()
@Controller('metrics')
export class MetricsController {
  constructor(
    @Inject(Meters) private readonly meters: Meters,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Open()
  @Header('cache-control', 'no-store')
  @Get()
  async read(
    @Headers() headers: Readonly<Record<string, string | undefined>>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { metricsToken } = this.config;
    if (metricsToken === undefined) {
      throw new PublicError('not-found', 'Set BELLWETHER_METRICS_TOKEN to have figures here');
    }
    if (!sameSecret(keyFrom(headers) ?? '', metricsToken)) {
      throw new PublicError(
        'unsigned',
        'Send the token in the header Authorization: Bearer …',
        undefined,
        {},
        { 'www-authenticate': 'Bearer' },
      );
    }
    void reply.type(this.meters.registry.contentType);
    return this.meters.registry.metrics();
  }
}
