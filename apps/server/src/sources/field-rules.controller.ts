import { MapFields, PreviewFields } from '@bellwether/application';
import {
  FieldPreviewBody,
  FieldPreviewReply,
  FieldRulesBody,
  FieldRulesReply,
  RowIdText,
} from '@bellwether/contracts';
import type { SourceId } from '@bellwether/domain';
import { PostgresDirectories } from '@bellwether/persistence';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { actorOf } from '../access/actor-of.js';
import type { Caller } from '../access/grants.js';
import { CurrentCaller, Needs } from '../access/needs.js';
import { jsonSchema } from '../http/json-schema.js';
import { PublicError } from '../http/public-error.js';
import { CachedSources } from '../stores/cached-sources.js';
import { lineOf } from './delivery.presenter.js';
import { presentFieldRules, presentPreview, wrongRules } from './field-rules.presenter.js';
import { unknownSource } from './unknown-source.js';

/** Where the fields of a source's records are taken from. */
@ApiTags('Sources')
@ApiBearerAuth()
@Needs('sources.manage')
@Controller('api/v1/sources/:id/fields')
export class FieldRulesController {
  constructor(
    @Inject(MapFields) private readonly mapFields: MapFields,
    @Inject(PreviewFields) private readonly previewFields: PreviewFields,
    @Inject(CachedSources) private readonly remembered: CachedSources,
    @Inject(PostgresDirectories) private readonly directories: PostgresDirectories,
  ) {}

  @ApiOperation({ summary: 'The field rules of a source, and what rules can fill' })
  @ApiResponse({ status: 200, schema: jsonSchema(FieldRulesReply) })
  @Get()
  async read(
    @CurrentCaller() { organisationId }: Caller,
    @Param('id', { schema: RowIdText }) id: number,
  ): Promise<FieldRulesReply> {
    const mapped = await this.mapFields.read(organisationId, id as SourceId);
    if (mapped === 'unknown-source') throw unknownSource(id);
    return presentFieldRules(mapped);
  }

  @ApiOperation({
    summary: 'Keeps these field rules: all, or none when one is wrong',
    description:
      'They are for what arrives from now on. What arrived before counts by them once it is replayed. ' +
      'A refusal tells in `troubles` which rule is wrong, where in it, and why.',
  })
  @ApiBody({ schema: jsonSchema(FieldRulesBody) })
  @ApiResponse({ status: 200, schema: jsonSchema(FieldRulesReply) })
  @Put()
  async keep(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: RowIdText }) id: number,
    @Body({ schema: FieldRulesBody }) { rules }: FieldRulesBody,
  ): Promise<FieldRulesReply> {
    const { organisationId } = caller;
    const sourceId = id as SourceId;
    const troubles = await this.mapFields.keep(organisationId, sourceId, rules, actorOf(caller));
    if (troubles === 'unknown-source') throw unknownSource(id);
    if (troubles.length > 0) throw wrongRules(troubles);
    this.remembered.forget();
    return this.read(caller, id);
  }

  @ApiOperation({ summary: 'What field rules would make of a delivery; nothing is kept of it' })
  @ApiBody({ schema: jsonSchema(FieldPreviewBody) })
  @ApiResponse({ status: 200, schema: jsonSchema(FieldPreviewReply) })
  @HttpCode(200)
  @Post('preview')
  async preview(
    @CurrentCaller() { organisationId }: Caller,
    @Param('id', { schema: RowIdText }) id: number,
    @Body({ schema: FieldPreviewBody }) { rules, sent }: FieldPreviewBody,
  ): Promise<FieldPreviewReply> {
    const from = 'ref' in sent ? { place: lineOf(sent.ref) } : sent;
    const preview = await this.previewFields.execute(organisationId, id as SourceId, rules, from);
    if (preview === 'unknown-source') throw unknownSource(id);
    if (preview === 'unknown-delivery')
      throw new PublicError('not-found', 'There is no such delivery');
    return presentPreview(preview, rules, await this.directories.read(organisationId));
  }
}
