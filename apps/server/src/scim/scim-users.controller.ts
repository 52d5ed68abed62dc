import type { ScimUser, ScimUsersReply } from '@bellwether/contracts';
import { RowIdText, ScimPatchBody, ScimUserBody, ScimUsersQuery } from '@bellwether/contracts';
import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Inject,
  Param,
  Patch,
  Post,
  Put,
  Query,
  Res,
} from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { actorOf } from '../access/actor-of.js';
import { CurrentCaller, Needs } from '../access/needs.js';
import type { Caller } from '../access/grants.js';
import { jsonSchema } from '../http/json-schema.js';
import { patchedAttributes } from './patched-attributes.js';
import { SCIM_JSON } from './scim-json.js';
import { ScimPeople } from './scim-people.js';
import { attributesOf } from './user-attributes.js';

/** People, as an identity provider keeps them (RFC 7644). */
@ApiTags('SCIM')
@ApiBearerAuth()
@Needs('people.provision')
@Controller('scim/v2/Users')
export class ScimUsersController {
  constructor(@Inject(ScimPeople) private readonly people: ScimPeople) {}

  @ApiOperation({ summary: 'Everybody, or whoever goes by a userName, externalId or address' })
  @Header(...SCIM_JSON)
  @Get()
  list(
    @CurrentCaller() { organisationId }: Caller,
    @Query({ schema: ScimUsersQuery }) query: ScimUsersQuery,
  ): Promise<ScimUsersReply> {
    return this.people.list(organisationId, query);
  }

  @ApiOperation({ summary: 'Adds somebody' })
  @ApiBody({ schema: jsonSchema(ScimUserBody) })
  @Header(...SCIM_JSON)
  @Post()
  async add(
    @CurrentCaller() caller: Caller,
    @Body({ schema: ScimUserBody }) body: ScimUserBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ScimUser> {
    const user = await this.people.add(caller.organisationId, attributesOf(body), actorOf(caller));
    void reply.header('location', user.meta.location);
    return user;
  }

  @ApiOperation({ summary: 'Somebody' })
  @Header(...SCIM_JSON)
  @Get(':id')
  read(
    @CurrentCaller() { organisationId }: Caller,
    @Param('id', { schema: RowIdText }) id: number,
  ): Promise<ScimUser> {
    return this.people.read(organisationId, id);
  }

  @ApiOperation({ summary: 'Brings somebody up to date; what is left out stays as it is' })
  @ApiBody({ schema: jsonSchema(ScimUserBody) })
  @Header(...SCIM_JSON)
  @Put(':id')
  replace(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: RowIdText }) id: number,
    @Body({ schema: ScimUserBody }) body: ScimUserBody,
  ): Promise<ScimUser> {
    const { organisationId } = caller;
    return this.people.change(organisationId, id, attributesOf(body), actorOf(caller));
  }

  @ApiOperation({ summary: 'Changes somebody; `active: false` lets them go' })
  @ApiBody({ schema: jsonSchema(ScimPatchBody) })
  @Header(...SCIM_JSON)
  @HttpCode(200)
  @Patch(':id')
  patch(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: RowIdText }) id: number,
    @Body({ schema: ScimPatchBody }) body: ScimPatchBody,
  ): Promise<ScimUser> {
    const { organisationId } = caller;
    return this.people.change(organisationId, id, patchedAttributes(body), actorOf(caller));
  }

  @ApiOperation({ summary: 'Lets somebody go; what they did stays' })
  @ApiResponse({ status: 204 })
  @HttpCode(204)
  @Delete(':id')
  letGo(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: RowIdText }) id: number,
  ): Promise<void> {
    return this.people.letGo(caller.organisationId, id, actorOf(caller));
  }
}
