import { Readable } from 'node:stream';
import type { ImportPlan, RowVerdict } from '@bellwether/application';
import { TryImport, VERDICT_HEADER } from '@bellwether/application';
import type {
  ImportOptions,
  ImportReply,
  ImportStarted,
  ImportTried,
  ImportsReply,
} from '@bellwether/contracts';
import {
  ImportQuery,
  ImportReply as ImportReplySchema,
  ImportStarted as ImportStartedSchema,
  ImportTried as ImportTriedSchema,
  ImportsReply as ImportsReplySchema,
  RowIdText,
} from '@bellwether/contracts';
import type { OrganisationId } from '@bellwether/domain';
import { PostgresDirectories, PostgresImportFiles, PostgresImports } from '@bellwether/persistence';
import { Controller, Get, Header, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import {
  ApiBearerAuth,
  ApiBody,
  ApiConsumes,
  ApiOperation,
  ApiProduces,
  ApiQuery,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '../access/actor-of.js';
import { CurrentCaller, Needs } from '../access/needs.js';
import type { Caller } from '../access/grants.js';
import type { Config } from '../config/load-config.js';
import { jsonSchema } from '../http/json-schema.js';
import { PublicError } from '../http/public-error.js';
import { CONFIG } from '../tokens.js';
import { optionsOf, told } from './import-query.js';
import { presentImport, presentPlan } from './import.presenter.js';
import { ImportTargets } from './import-targets.js';
import { planOf } from './plan-of.js';
import { refuseTooLarge, uploadedFile } from './uploaded-file.js';

const MOST_TOLD = 1_000;

/** Where whole files of records arrive. */
@ApiTags('Imports')
@ApiBearerAuth()
@Needs('imports.manage')
@Controller('api/v1/imports')
export class ImportsController {
  constructor(
    @Inject(PostgresImports) private readonly imports: PostgresImports,
    @Inject(PostgresImportFiles) private readonly files: PostgresImportFiles,
    @Inject(PostgresDirectories) private readonly directories: PostgresDirectories,
    @Inject(ImportTargets) private readonly targets: ImportTargets,
    @Inject(TryImport) private readonly tryImport: TryImport,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @ApiOperation({
    summary: 'Takes in a CSV file of deals or activities',
    description:
      'The body is the file, as `text/csv`. Exports of HubSpot, Salesforce and Pipedrive are known ' +
      'by their columns; others need a `mapping`. Answers 202 when the file is on disk; its records ' +
      'then go the way of all deliveries. With `dryRun=true` nothing is written, and the answer ' +
      '(200) says what would happen, row by row.',
  })
  @ApiConsumes('text/csv')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiQuery({
    name: 'mapping',
    required: false,
    description: '`field=column,field=column`, or JSON',
  })
  @ApiResponse({ status: 202, schema: jsonSchema(ImportStartedSchema) })
  @ApiResponse({ status: 200, schema: jsonSchema(ImportTriedSchema) })
  @RouteConfig({ streamed: true })
  @Post()
  async take(
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query({ schema: ImportQuery }) query: ImportQuery,
  ): Promise<ImportStarted | ImportTried> {
    const { organisationId } = caller;
    const options = optionsOf(query);
    const mostBytes = this.config.importMegabytes * 1_048_576;
    refuseTooLarge(request.headers['content-length'], mostBytes);
    await this.targets.check(organisationId, query.source);
    const file = uploadedFile(request.body, mostBytes);
    void reply.status(query.dryRun ? 200 : 202);
    return query.dryRun
      ? this.#try(organisationId, file, options, query.source)
      : this.#keep(caller, file, options, query);
  }

  @ApiOperation({ summary: 'The latest imports and how far they are' })
  @ApiResponse({ status: 200, schema: jsonSchema(ImportsReplySchema) })
  @Get()
  async list(@CurrentCaller() { organisationId }: Caller): Promise<ImportsReply> {
    return { imports: (await this.imports.list(organisationId)).map(presentImport) };
  }

  @ApiOperation({ summary: 'How far an import is' })
  @ApiResponse({ status: 200, schema: jsonSchema(ImportReplySchema) })
  @Get(':id')
  async progress(
    @CurrentCaller() { organisationId }: Caller,
    @Param('id', { schema: RowIdText }) id: number,
  ): Promise<ImportReply> {
    const progress = await this.imports.read(organisationId, id);
    if (!progress) throw new PublicError('not-found', `There is no import ${id}`);
    return presentImport(progress);
  }

  @ApiOperation({ summary: 'What became of each row, as CSV: row, verdict, reason, record' })
  @ApiProduces('text/csv')
  @Header('content-disposition', 'attachment; filename="verdicts.csv"')
  @Get(':id/verdicts')
  async verdicts(
    @CurrentCaller() { organisationId }: Caller,
    @Param('id', { schema: RowIdText }) id: number,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const progress = await this.imports.read(organisationId, id);
    if (!progress) throw new PublicError('not-found', `There is no import ${id}`);
    const lines = withHeader(this.imports.verdicts(organisationId, id));
    await reply.type('text/csv; charset=utf-8').send(Readable.from(lines));
  }

  async #try(
    organisationId: OrganisationId,
    bytes: AsyncIterable<Uint8Array>,
    options: ImportOptions,
    sourceId: number | undefined,
  ): Promise<ImportTried> {
    const { organisation } = await this.directories.read(organisationId);
    const sourceOf = ({ sourceName }: ImportPlan) =>
      this.targets.present(organisationId, sourceId, sourceName);
    const verdicts: RowVerdict[] = [];
    const onRows = (rows: readonly RowVerdict[]): void =>
      void verdicts.push(...rows.slice(0, MOST_TOLD - verdicts.length));
    const trial = { organisation, sourceOf, bytes, options, onRows };
    const tried = await this.tryImport.execute(trial);
    if (tried.kind === 'refused') throw impossible(tried);
    const { plan, counts, problem } = tried;
    return { plan: presentPlan(plan), ...counts, problem, verdicts: verdicts.map(verdictOf) };
  }

  async #keep(
    caller: Caller,
    bytes: AsyncIterable<Uint8Array>,
    options: ImportOptions,
    { name, source }: ImportQuery,
  ): Promise<ImportStarted> {
    const { organisationId } = caller;
    const by = actorOf(caller);
    const kept = await this.files.keep(organisationId, { name, options }, bytes);
    const planned = await planOf(this.files.read(organisationId, kept.id), options);
    if (planned.kind === 'refused') {
      await this.files.discard(organisationId, kept.id);
      throw impossible(planned);
    }
    const { plan } = planned;
    const sourceId = await this.targets.make(organisationId, source, plan.sourceName, by);
    await this.files.release(organisationId, kept.id, sourceId, kept.bytes, by);
    return { id: kept.id, plan: presentPlan(plan) };
  }
}

function impossible(refusal: { readonly field: string; readonly reason: string }): PublicError {
  return new PublicError('impossible', told(refusal), refusal.field || undefined);
}

function verdictOf({ row, verdict, reason, record }: RowVerdict): ImportTried['verdicts'][number] {
  return { row, verdict, reason, record };
}

async function* withHeader(lines: AsyncIterable<string>): AsyncGenerator<string> {
  yield VERDICT_HEADER;
  yield* lines;
}
