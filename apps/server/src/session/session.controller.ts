import { Session } from '@bellwether/contracts';
import { PostgresDirectories } from '@bellwether/persistence';
import { Controller, Get, Inject } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentCaller, Needs } from '../access/needs.js';
import type { Caller } from '../access/grants.js';
import { permissionsOf } from '../access/permissions.js';
import { jsonSchema } from '../http/json-schema.js';

/** Tells a page whose key it holds. */
@ApiTags('Session')
@ApiBearerAuth()
@Needs('session.read')
@Controller('api/v1/session')
export class SessionController {
  constructor(@Inject(PostgresDirectories) private readonly directories: PostgresDirectories) {}

  @ApiOperation({ summary: 'Whose key or account this is' })
  @ApiResponse({ status: 200, schema: jsonSchema(Session) })
  @Get()
  async read(@CurrentCaller() { organisationId, grant, account }: Caller): Promise<Session> {
    const { organisation } = await this.directories.read(organisationId);
    const { name, timeZone, currency, locale } = organisation;
    return {
      role: grant.role as Session['role'],
      organisation: { name, timeZone, currency, locale },
      screenId: grant.role === 'screen' ? grant.screenId : null,
      personId: grant.role === 'rep' ? grant.personId : (account?.personId ?? null),
      teamIds: grant.role === 'manager' ? [...grant.teamIds] : [],
      may: permissionsOf(grant.role),
      account: account ? { name: account.name, email: account.email } : null,
    };
  }
}
