import { ImportPeople } from '@bellwether/application';
import { readPeople } from '@bellwether/connectors';
import { PeopleImportQuery, PeopleImported } from '@bellwether/contracts';
import { Controller, HttpCode, Inject, Post, Query, Req } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import {
  ApiBearerAuth,
  ApiBody,
  ApiConsumes,
  ApiOperation,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { actorOf } from '../access/actor-of.js';
import { CurrentCaller, Needs } from '../access/needs.js';
import type { Caller } from '../access/grants.js';
import { jsonSchema } from '../http/json-schema.js';
import { PublicError } from '../http/public-error.js';
import { uploadedFile } from '../imports/uploaded-file.js';

const MOST_BYTES = 2_097_152;

/** Brings the directory up to a file. */
@ApiTags('People')
@ApiBearerAuth()
@Controller('api/v1/people/import')
export class PeopleImportController {
  constructor(@Inject(ImportPeople) private readonly importPeople: ImportPeople) {}

  @ApiOperation({
    summary: 'Takes in a CSV file of people; with `dryRun=true` only says what would happen',
  })
  @ApiConsumes('text/csv')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiResponse({ status: 200, schema: jsonSchema(PeopleImported) })
  @Needs('people.manage')
  @RouteConfig({ streamed: true })
  @HttpCode(200)
  @Post()
  async take(
    @CurrentCaller() caller: Caller,
    @Req() { body }: FastifyRequest,
    @Query({ schema: PeopleImportQuery }) { dryRun }: PeopleImportQuery,
  ): Promise<PeopleImported> {
    const file = await readPeople(uploadedFile(body, MOST_BYTES));
    if (file.kind === 'refused') {
      throw new PublicError('impossible', `The file cannot be read: ${file.reason}`);
    }
    const by = actorOf(caller);
    const rows = await this.importPeople.execute(caller.organisationId, file.rows, by, dryRun);
    return { rows: [...rows] };
  }
}
