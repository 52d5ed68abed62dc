import type { Organisations, Secrets, Source } from '@bellwether/application';
import type { SourceMade } from '@bellwether/contracts';
import {
  SourceBody,
  SourceChange,
  SourceMade as SourceMadeSchema,
  SourcesReply,
  RowIdText,
} from '@bellwether/contracts';
import { PostgresOrganisations, PostgresSources } from '@bellwether/persistence';
import { Body, Controller, Get, HttpCode, Inject, Param, Patch, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentCaller, Needs } from '../access/needs.js';
import type { Caller } from '../access/grants.js';
import { Links } from '../access/links.js';
import type { Config } from '../config/load-config.js';
import { jsonSchema } from '../http/json-schema.js';
import { PublicError } from '../http/public-error.js';
import { CachedSources } from '../stores/cached-sources.js';
import { CONFIG, SECRETS } from '../tokens.js';

/** While they are being rotated: the old one, the new one, and one for a second thought. */
const MOST_SECRETS = 3;

/** Where deliveries may come from. */
@ApiTags('Sources')
@ApiBearerAuth()
@Needs('sources.manage')
@Controller('api/v1/sources')
export class SourcesController {
  constructor(
    @Inject(PostgresSources) private readonly sources: PostgresSources,
    @Inject(PostgresOrganisations) private readonly organisations: Organisations,
    @Inject(CachedSources) private readonly remembered: CachedSources,
    @Inject(SECRETS) private readonly secrets: Secrets,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @ApiOperation({ summary: 'All sources; secrets are never told again' })
  @ApiResponse({ status: 200, schema: jsonSchema(SourcesReply) })
  @Get()
  async list(@CurrentCaller() { organisationId }: Caller): Promise<SourcesReply> {
    const [sources, sent] = await Promise.all([
      this.sources.ofOrganisation(organisationId),
      this.sources.thatSent(organisationId),
    ]);
    return { sources: sources.map((source) => presentSource(source, sent.has(source.id))) };
  }

  @ApiOperation({ summary: 'Connects a source; its secret and key are shown once' })
  @ApiBody({ schema: jsonSchema(SourceBody) })
  @ApiResponse({ status: 201, schema: jsonSchema(SourceMadeSchema) })
  @Post()
  async add(
    @CurrentCaller() { organisationId }: Caller,
    @Body({ schema: SourceBody }) { kind, name, secret, settings }: SourceBody,
  ): Promise<SourceMade> {
    const address = this.secrets.address(kind);
    const own = secret ?? this.secrets.webhookSecret();
    const about = { kind, name, address, secrets: [own], settings };
    const id = await this.organisations.addSource(organisationId, about);
    const links = new Links(this.config.publicUrl);
    if (kind !== 'canonical') return { id, url: links.hook(address), secret: own, apiKey: null };
    const apiKey = this.secrets.key('source');
    await this.organisations.addKey(organisationId, apiKey, name, { role: 'source', sourceId: id });
    return { id, url: links.signedEvents(address), secret: own, apiKey };
  }

  @ApiOperation({ summary: 'Changes name or settings, rotates the secret, pauses or resumes' })
  @ApiBody({ schema: jsonSchema(SourceChange) })
  @HttpCode(200)
  @Patch(':id')
  async change(
    @CurrentCaller() { organisationId }: Caller,
    @Param('id', { schema: RowIdText }) id: number,
    @Body({ schema: SourceChange }) change: SourceChange,
  ): Promise<{ changed: true }> {
    const all = await this.sources.ofOrganisation(organisationId);
    const source = all.find((candidate) => candidate.id === id);
    if (!source) throw new PublicError('not-found', `There is no source ${id}`);
    const { name, settings, paused } = change;
    const secrets = rotated(source.secrets, change);
    await this.sources.change(organisationId, id, { name, settings, paused, secrets });
    this.remembered.forget();
    return { changed: true };
  }
}

function rotated(
  secrets: readonly string[],
  { addSecret, endRotation }: SourceChange,
): readonly string[] | undefined {
  if (addSecret !== undefined) return [...secrets, addSecret].slice(-MOST_SECRETS);
  return endRotation ? secrets.slice(-1) : undefined;
}

function presentSource(source: Source, hasSent: boolean): SourcesReply['sources'][number] {
  const { id, kind, name, address, secrets, settings, paused } = source;
  return { id, kind, name, address, secrets: secrets.length, settings, paused, hasSent };
}
