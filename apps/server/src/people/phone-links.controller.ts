import { HandOutKeys } from '@bellwether/application';
import { LinkMade, RowIdText } from '@bellwether/contracts';
import type { PersonId } from '@bellwether/domain';
import { PostgresDirectories } from '@bellwether/persistence';
import { Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { actorOf } from '../access/actor-of.js';
import { CurrentCaller, Needs } from '../access/needs.js';
import type { Caller } from '../access/grants.js';
import { Links } from '../access/links.js';
import type { Config } from '../config/load-config.js';
import { jsonSchema } from '../http/json-schema.js';
import { PublicError } from '../http/public-error.js';
import { CONFIG } from '../tokens.js';

/** Gives people their own page for the phone. */
@ApiTags('People')
@ApiBearerAuth()
@Needs('phones.open')
@Controller('api/v1/people/:id/links')
export class PhoneLinksController {
  readonly #links: Links;

  constructor(
    @Inject(HandOutKeys) private readonly keys: HandOutKeys,
    @Inject(PostgresDirectories) private readonly directories: PostgresDirectories,
    @Inject(CONFIG) config: Config,
  ) {
    this.#links = new Links(config.publicUrl);
  }

  @ApiOperation({ summary: "Makes a link to somebody's phone page; it is shown once" })
  @ApiResponse({ status: 201, schema: jsonSchema(LinkMade) })
  @Post()
  async make(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: RowIdText }) id: number,
  ): Promise<LinkMade> {
    const { organisationId } = caller;
    const { people } = await this.directories.read(organisationId);
    const person = people.get(id as PersonId);
    if (!person) throw new PublicError('not-found', `There is no person ${id}`);
    if (!person.active) {
      throw new PublicError('impossible', `${person.name} has left; let them back first`);
    }
    const by = actorOf(caller);
    const key = await this.keys.forPerson(organisationId, person.id, person.name, by);
    return { url: this.#links.phone(key) };
  }
}
