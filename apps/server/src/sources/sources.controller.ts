import type { Clock, Organisations, Secrets } from '@bellwether/application';
import { JudgeSources } from '@bellwether/application';
import type { SourceMade } from '@bellwether/contracts';
import { SourceBody, SourceMade as SourceMadeSchema, SourcesReply } from '@bellwether/contracts';
import { PostgresOrganisations } from '@bellwether/persistence';
import { Body, Controller, Get, Inject, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { actorOf } from '../access/actor-of.js';
import { CurrentCaller, Needs } from '../access/needs.js';
import type { Caller } from '../access/grants.js';
import { Links } from '../access/links.js';
import type { Config } from '../config/load-config.js';
import { jsonSchema } from '../http/json-schema.js';
import { CLOCK, CONFIG, SECRETS } from '../tokens.js';
import { presentSource } from './source.presenter.js';

/** Where deliveries may come from. */
@ApiTags('Sources')
@ApiBearerAuth()
@Needs('sources.manage')
@Controller('api/v1/sources')
export class SourcesController {
  constructor(
    @Inject(JudgeSources) private readonly judgeSources: JudgeSources,
    @Inject(PostgresOrganisations) private readonly organisations: Organisations,
    @Inject(SECRETS) private readonly secrets: Secrets,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @ApiOperation({ summary: 'All sources and how they are doing; secrets are never told again' })
  @ApiResponse({ status: 200, schema: jsonSchema(SourcesReply) })
  @Get()
  async list(@CurrentCaller() { organisationId }: Caller): Promise<SourcesReply> {
    const judged = await this.judgeSources.execute(organisationId);
    const now = this.clock.now();
    return { sources: judged.map((source) => presentSource(source, now)) };
  }

  @ApiOperation({ summary: 'Connects a source; its secret and key are shown once' })
  @ApiBody({ schema: jsonSchema(SourceBody) })
  @ApiResponse({ status: 201, schema: jsonSchema(SourceMadeSchema) })
  @Post()
  async add(
    @CurrentCaller() caller: Caller,
    @Body({ schema: SourceBody }) { kind, name, secret, settings }: SourceBody,
  ): Promise<SourceMade> {
    const { organisationId } = caller;
    const by = actorOf(caller);
    const address = this.secrets.address(kind);
    const own = secret ?? this.secrets.webhookSecret();
    const about = { kind, name, address, secrets: [own], settings };
    const id = await this.organisations.addSource(organisationId, about, by);
    const links = new Links(this.config.publicUrl);
    if (kind !== 'canonical') return { id, url: links.hook(address), secret: own, apiKey: null };
    const apiKey = this.secrets.key('source');
    const grant = { role: 'source', sourceId: id } as const;
    await this.organisations.addKey(organisationId, apiKey, name, grant, by);
    return { id, url: links.signedEvents(address), secret: own, apiKey };
  }
}
