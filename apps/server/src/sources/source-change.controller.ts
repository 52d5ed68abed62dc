import { ReleaseHeld } from '@bellwether/application';
import { RowIdText, SourceChange } from '@bellwether/contracts';
import type { SourceId } from '@bellwether/domain';
import { PostgresSources } from '@bellwether/persistence';
import { Body, Controller, HttpCode, Inject, Param, Patch } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/grants.js';
import { actorOf } from '../access/actor-of.js';
import { CurrentCaller, Needs } from '../access/needs.js';
import { jsonSchema } from '../http/json-schema.js';
import { CachedSources } from '../stores/cached-sources.js';
import { unknownSource } from './unknown-source.js';

/** While they are being rotated: the old one, the new one, and one for a second thought. */
const MOST_SECRETS = 3;

/** Changes a source that is there. */
@ApiTags('Sources')
@ApiBearerAuth()
@Needs('sources.manage')
@Controller('api/v1/sources')
export class SourceChangeController {
  constructor(
    @Inject(PostgresSources) private readonly sources: PostgresSources,
    @Inject(CachedSources) private readonly remembered: CachedSources,
    @Inject(ReleaseHeld) private readonly releaseHeld: ReleaseHeld,
  ) {}

  @ApiOperation({ summary: 'Changes name or settings, rotates the secret, pauses or resumes' })
  @ApiBody({ schema: jsonSchema(SourceChange) })
  @HttpCode(200)
  @Patch(':id')
  async change(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: RowIdText }) id: number,
    @Body({ schema: SourceChange }) change: SourceChange,
  ): Promise<{ changed: true }> {
    const { organisationId } = caller;
    const source = await this.sources.byId(organisationId, id as SourceId);
    if (!source) throw unknownSource(id);
    const { name, settings, paused, silentAfterMinutes } = change;
    const secrets = rotated(source.secrets, change);
    const changed = { name, settings, paused, silentAfterMinutes, secrets };
    await this.sources.change(organisationId, id, changed, actorOf(caller));
    this.remembered.forget();
    if (paused === false) await this.releaseHeld.execute(organisationId);
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
