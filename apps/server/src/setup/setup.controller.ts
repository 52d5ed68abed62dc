import { FoundOrganisation } from '@bellwether/application';
import { SetupBody, SetupReply } from '@bellwether/contracts';
import { PostgresSetup } from '@bellwether/persistence';
import { Body, Controller, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Open } from '../access/needs.js';
import { Links } from '../access/links.js';
import { FoundOwner } from '../accounts/found-owner.js';
import type { Config } from '../config/load-config.js';
import { jsonSchema } from '../http/json-schema.js';
import { PublicError } from '../http/public-error.js';
import { CONFIG } from '../tokens.js';

/** Founds the organisation, by the link that the first start prints. */
@ApiTags('Set-up')
@Controller('api/v1/setup')
export class SetupController {
  readonly #links: Links;

  constructor(
    @Inject(PostgresSetup) private readonly setup: PostgresSetup,
    @Inject(FoundOrganisation) private readonly foundOrganisation: FoundOrganisation,
    @Inject(FoundOwner) private readonly foundOwner: FoundOwner,
    @Inject(CONFIG) config: Config,
  ) {
    this.#links = new Links(config.publicUrl);
  }

  @ApiOperation({ summary: 'Founds the organisation; the link works once' })
  @ApiBody({ schema: jsonSchema(SetupBody) })
  @ApiResponse({ status: 201, schema: jsonSchema(SetupReply) })
  @Open()
  @Post()
  async found(
    @Body({ schema: SetupBody }) { token, owner, ...about }: z.output<typeof SetupBody>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SetupReply> {
    if (!(await this.setup.use(token))) {
      throw new PublicError('forbidden', 'This link was used before, or a newer one was printed');
    }
    const { organisationId, ownerKey, screenKey, source } =
      await this.foundOrganisation.execute(about);
    if (owner) await this.foundOwner.execute(organisationId, owner, request, reply);
    return {
      ownerKey,
      deskUrl: this.#links.desk(ownerKey),
      wallUrl: this.#links.wall(screenKey),
      source: {
        eventsUrl: this.#links.events(),
        apiKey: source.apiKey,
        signedUrl: this.#links.signedEvents(source.address),
        webhookSecret: source.webhookSecret,
      },
    };
  }
}
