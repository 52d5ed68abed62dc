import { randomUUID } from 'node:crypto';
import type { Source } from '@bellwether/application';
import { RotateSecret, SendTest } from '@bellwether/application';
import type { IntakeReply } from '@bellwether/contracts';
import {
  IntakeReply as IntakeReplySchema,
  RotationBody,
  RotationReply,
  RowIdText,
} from '@bellwether/contracts';
import type { SourceId } from '@bellwether/domain';
import { Body, Controller, Delete, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/grants.js';
import { Links } from '../access/links.js';
import { actorOf } from '../access/actor-of.js';
import { CurrentCaller, Needs } from '../access/needs.js';
import type { Config } from '../config/load-config.js';
import { jsonSchema } from '../http/json-schema.js';
import { presentAcceptance } from '../intake/intake.presenter.js';
import { CachedSources } from '../stores/cached-sources.js';
import { CONFIG } from '../tokens.js';
import { unknownSource } from './unknown-source.js';

/** Keeps a source in order: a test now and then, and a new secret. */
@ApiTags('Sources')
@ApiBearerAuth()
@Needs('sources.manage')
@Controller('api/v1/sources/:id')
export class SourceUpkeepController {
  constructor(
    @Inject(SendTest) private readonly sendTest: SendTest,
    @Inject(RotateSecret) private readonly rotateSecret: RotateSecret,
    @Inject(CachedSources) private readonly remembered: CachedSources,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @ApiOperation({
    summary: 'Sends a sample of the vendor the way that deliveries take; it counts nowhere',
  })
  @ApiResponse({ status: 202, schema: jsonSchema(IntakeReplySchema) })
  @HttpCode(202)
  @Post('test')
  async test(
    @CurrentCaller() { organisationId }: Caller,
    @Param('id', { schema: RowIdText }) id: number,
  ): Promise<IntakeReply> {
    const urlOf = (source: Source) => this.#urlOf(source);
    const name = randomUUID().slice(-12);
    const acceptance = await this.sendTest.execute(organisationId, id as SourceId, urlOf, name);
    if (acceptance === 'unknown-source') throw unknownSource(id);
    return presentAcceptance(acceptance);
  }

  @ApiOperation({
    summary: 'Gives a source a new secret, shown once; the old one stays valid for a while',
  })
  @ApiBody({ schema: jsonSchema(RotationBody) })
  @ApiResponse({ status: 201, schema: jsonSchema(RotationReply) })
  @Post('rotation')
  async rotate(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: RowIdText }) id: number,
    @Body({ schema: RotationBody }) { secret, hours }: RotationBody,
  ): Promise<RotationReply> {
    const made = await this.rotateSecret.execute(
      caller.organisationId,
      id as SourceId,
      secret,
      hours,
      actorOf(caller),
    );
    if (made === 'unknown-source') throw unknownSource(id);
    this.remembered.forget();
    return { ...made, oldUntil: new Date(made.oldUntil).toISOString() };
  }

  @ApiOperation({ summary: 'Ends a rotation at once: only the new secret is valid' })
  @HttpCode(204)
  @Delete('rotation')
  async endRotation(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: RowIdText }) id: number,
  ): Promise<void> {
    const by = actorOf(caller);
    const outcome = await this.rotateSecret.end(caller.organisationId, id as SourceId, by);
    if (outcome === 'unknown-source') throw unknownSource(id);
    this.remembered.forget();
  }

  #urlOf({ kind, address }: Source): string {
    const links = new Links(this.config.publicUrl);
    return kind === 'canonical' ? links.signedEvents(address) : links.hook(address);
  }
}
