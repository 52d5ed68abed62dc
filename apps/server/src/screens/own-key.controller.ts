import { RenewScreenKey } from '@bellwether/application';
import { OwnKeyReply } from '@bellwether/contracts';
import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { keyFrom } from '../access/key-from.js';
import { CurrentCaller, Needs } from '../access/needs.js';
import type { Caller } from '../access/grants.js';
import { jsonSchema } from '../http/json-schema.js';

/** What a screen asks for itself. */
@ApiTags('Screens')
@ApiBearerAuth()
@Needs('screens.own')
@Controller('api/v1/screens/own')
export class OwnKeyController {
  constructor(@Inject(RenewScreenKey) private readonly renewKey: RenewScreenKey) {}

  @ApiOperation({
    summary: 'The key that a screen goes on with, when its own is due; both open it',
  })
  @ApiResponse({ status: 200, schema: jsonSchema(OwnKeyReply) })
  @HttpCode(200)
  @Post('key')
  async renew(
    @CurrentCaller() { organisationId }: Caller,
    @Req() { headers }: FastifyRequest,
  ): Promise<OwnKeyReply> {
    return { key: await this.renewKey.execute(organisationId, keyFrom(headers) ?? '') };
  }
}
