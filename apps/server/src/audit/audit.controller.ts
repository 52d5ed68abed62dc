import { Readable } from 'node:stream';
import { AuditFilters, AuditQuery, AuditReply } from '@bellwether/contracts';
import { PostgresAudit } from '@bellwether/persistence';
import { Controller, Get, Header, Inject, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentCaller, Needs } from '../access/needs.js';
import type { Caller } from '../access/grants.js';
import { jsonSchema } from '../http/json-schema.js';
import { auditLines } from './audit-lines.js';
import { filterOf, presentChange } from './audit.presenter.js';

const ROWS_AT_ONCE = 500;

/** Who changed what and when. */
@ApiTags('Audit')
@ApiBearerAuth()
@Needs('audit.read')
@Controller('api/v1')
export class AuditController {
  constructor(@Inject(PostgresAudit) private readonly audit: PostgresAudit) {}

  @ApiOperation({ summary: 'Changes, newest first, with what was there before and after' })
  @ApiResponse({ status: 200, schema: jsonSchema(AuditReply) })
  @Get('audit')
  async list(
    @CurrentCaller() { organisationId }: Caller,
    @Query({ schema: AuditQuery }) { before, limit, ...filters }: AuditQuery,
  ): Promise<AuditReply> {
    const [rows, actors] = await Promise.all([
      this.audit.list(organisationId, filterOf(filters), { before: before ?? null, limit }),
      this.audit.actors(organisationId),
    ]);
    const nextBefore = rows.length === limit ? (rows.at(-1)?.id ?? null) : null;
    return { changes: rows.map(presentChange), nextBefore, actors: [...actors] };
  }

  @ApiOperation({ summary: 'The same as CSV, all of it' })
  @ApiProduces('text/csv')
  @Header('content-disposition', 'attachment; filename="changes.csv"')
  @Get('audit.csv')
  async export(
    @CurrentCaller() { organisationId }: Caller,
    @Query({ schema: AuditFilters }) filters: AuditFilters,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const filter = filterOf(filters);
    const lines = auditLines((before) =>
      this.audit.list(organisationId, filter, { before, limit: ROWS_AT_ONCE }),
    );
    await reply.type('text/csv; charset=utf-8').send(Readable.from(lines));
  }
}
