import { HandOutKeys } from '@bellwether/application';
import { ProvisioningKeyBody, ProvisioningKeyMade } from '@bellwether/contracts';
import { PostgresAccessKeys } from '@bellwether/persistence';
import { Body, Controller, Delete, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { actorOf } from '../access/actor-of.js';
import { CurrentCaller, Needs } from '../access/needs.js';
import type { Caller } from '../access/grants.js';
import type { Config } from '../config/load-config.js';
import { jsonSchema } from '../http/json-schema.js';
import { CONFIG } from '../tokens.js';

/** Lets an identity provider keep the directory, and ends that. */
@ApiTags('SCIM')
@ApiBearerAuth()
@Needs('members.manage')
@Controller('api/v1/provisioning/keys')
export class ProvisioningKeysController {
  constructor(
    @Inject(HandOutKeys) private readonly handOut: HandOutKeys,
    @Inject(PostgresAccessKeys) private readonly keys: PostgresAccessKeys,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @ApiOperation({ summary: 'Makes a key for an identity provider; it is shown once' })
  @ApiBody({ schema: jsonSchema(ProvisioningKeyBody) })
  @ApiResponse({ status: 201, schema: jsonSchema(ProvisioningKeyMade) })
  @Post()
  async make(
    @CurrentCaller() caller: Caller,
    @Body({ schema: ProvisioningKeyBody }) { name }: ProvisioningKeyBody,
  ): Promise<ProvisioningKeyMade> {
    const by = actorOf(caller);
    const key = await this.handOut.forProvisioning(caller.organisationId, name, by);
    return { url: new URL('/scim/v2', this.config.publicUrl).href, key };
  }

  @ApiOperation({ summary: 'Ends all keys of identity providers' })
  @ApiResponse({ status: 204 })
  @HttpCode(204)
  @Delete()
  end(@CurrentCaller() caller: Caller): Promise<void> {
    return this.keys.endProvisioning(caller.organisationId, actorOf(caller));
  }
}
