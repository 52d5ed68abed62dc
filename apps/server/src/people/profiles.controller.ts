import type { Clock, Profile, ProfileChange } from '@bellwether/application';
import { KeepProfiles, LetPeopleGo } from '@bellwether/application';
import {
  DeactivateBody,
  EraseBody,
  IdentityQuery,
  ProfileBody,
  ProfileReply,
  RowIdText,
} from '@bellwether/contracts';
import type { BusinessDate, OrganisationId, PersonId } from '@bellwether/domain';
import { businessDateOf } from '@bellwether/domain';
import { PostgresDirectories, PostgresProfiles } from '@bellwether/persistence';
import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Inject,
  Param,
  Patch,
  Post,
  Query,
} from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { actorOf } from '../access/actor-of.js';
import { CurrentCaller, Needs } from '../access/needs.js';
import type { Caller } from '../access/grants.js';
import { jsonSchema } from '../http/json-schema.js';
import { PublicError } from '../http/public-error.js';
import { CLOCK } from '../tokens.js';
import { refuseUnchanged } from './refuse-unchanged.js';

/** What the directory tells of somebody, and how they leave it. */
@ApiTags('People')
@ApiBearerAuth()
@Needs('people.lead')
@Controller('api/v1/people/:id')
export class ProfilesController {
  constructor(
    @Inject(PostgresProfiles) private readonly profiles: PostgresProfiles,
    @Inject(KeepProfiles) private readonly keepProfiles: KeepProfiles,
    @Inject(LetPeopleGo) private readonly letPeopleGo: LetPeopleGo,
    @Inject(PostgresDirectories) private readonly directories: PostgresDirectories,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @ApiOperation({ summary: 'Everything that the directory tells of somebody' })
  @ApiResponse({ status: 200, schema: jsonSchema(ProfileReply) })
  @Get()
  read(
    @CurrentCaller() { organisationId }: Caller,
    @Param('id', { schema: RowIdText }) id: number,
  ): Promise<ProfileReply> {
    return this.#present(organisationId, id);
  }

  @ApiOperation({ summary: 'Changes what somebody is called and does; screens follow at once' })
  @ApiBody({ schema: jsonSchema(ProfileBody) })
  @ApiResponse({ status: 200, schema: jsonSchema(ProfileReply) })
  @HttpCode(200)
  @Patch()
  async change(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: RowIdText }) id: number,
    @Body({ schema: ProfileBody }) body: ProfileBody,
  ): Promise<ProfileReply> {
    const { organisationId } = caller;
    const change = changeOf(body);
    const by = actorOf(caller);
    refuseUnchanged(await this.keepProfiles.change(organisationId, id as PersonId, change, by), id);
    return this.#present(organisationId, id);
  }

  @ApiOperation({ summary: 'Says that somebody does not go by an e-mail address or id any more' })
  @ApiResponse({ status: 204 })
  @HttpCode(204)
  @Delete('identities')
  async removeIdentity(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: RowIdText }) id: number,
    @Query({ schema: IdentityQuery }) identity: IdentityQuery,
  ): Promise<void> {
    const { organisationId } = caller;
    const by = actorOf(caller);
    const personId = id as PersonId;
    refuseUnchanged(
      await this.keepProfiles.removeIdentity(organisationId, personId, identity, by),
      id,
    );
  }

  @ApiOperation({ summary: 'Lets somebody go: their keys end, what they did stays' })
  @ApiBody({ schema: jsonSchema(DeactivateBody) })
  @ApiResponse({ status: 200, schema: jsonSchema(ProfileReply) })
  @HttpCode(200)
  @Post('deactivate')
  async deactivate(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: RowIdText }) id: number,
    @Body({ schema: DeactivateBody }) { leftOn }: DeactivateBody,
  ): Promise<ProfileReply> {
    const { organisationId } = caller;
    const { organisation } = await this.directories.read(organisationId);
    const today = businessDateOf(this.clock.now(), organisation.timeZone);
    if (leftOn !== undefined && leftOn > today) {
      throw new PublicError(
        'impossible',
        'Say so on the day; it ends their keys at once',
        '/leftOn',
      );
    }
    const day = (leftOn ?? today) as BusinessDate;
    const by = actorOf(caller);
    refuseUnchanged(await this.letPeopleGo.deactivate(organisationId, id as PersonId, day, by), id);
    return this.#present(organisationId, id);
  }

  @ApiOperation({ summary: 'Lets somebody back who had left' })
  @ApiResponse({ status: 200, schema: jsonSchema(ProfileReply) })
  @HttpCode(200)
  @Post('reactivate')
  async reactivate(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: RowIdText }) id: number,
  ): Promise<ProfileReply> {
    const { organisationId } = caller;
    const by = actorOf(caller);
    refuseUnchanged(await this.letPeopleGo.reactivate(organisationId, id as PersonId, by), id);
    return this.#present(organisationId, id);
  }

  @ApiOperation({
    summary: 'Erases somebody on request: a pseudonym stands in their place, totals stay',
    description: 'It cannot be undone. docs/erasure.md tells what is erased and what is not.',
  })
  @ApiBody({ schema: jsonSchema(EraseBody) })
  @Needs('people.manage')
  @ApiResponse({ status: 200, schema: jsonSchema(ProfileReply) })
  @HttpCode(200)
  @Post('erase')
  async erase(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: RowIdText }) id: number,
    @Body({ schema: EraseBody }) { name }: EraseBody,
  ): Promise<ProfileReply> {
    const { organisationId } = caller;
    const { name: known } = await this.#present(organisationId, id);
    if (known !== name) {
      throw new PublicError('impossible', `Their name is "${known}"; write it the same`, '/name');
    }
    const erased = await this.letPeopleGo.erase(organisationId, id as PersonId, actorOf(caller));
    if (erased === 'last-owner') {
      throw new PublicError('conflict', 'Somebody must be the owner; make somebody else one first');
    }
    return this.#present(organisationId, id);
  }

  async #present(organisationId: OrganisationId, id: number): Promise<ProfileReply> {
    const profile = await this.profiles.read(organisationId, id as PersonId);
    if (!profile) throw new PublicError('not-found', `There is no person ${id}`);
    return presentProfile(profile);
  }
}

function presentProfile({
  managerId,
  identities,
  workingDays,
  absences,
  ...profile
}: Profile): ProfileReply {
  return {
    ...profile,
    manager: managerId,
    workingDays: workingDays && [...workingDays],
    absences: [...absences],
    identities: [...identities],
  };
}

function changeOf({ manager, hiredOn, ...same }: ProfileBody): ProfileChange {
  const change = {
    ...same,
    ...(manager !== undefined && { managerId: manager as PersonId | null }),
    ...(hiredOn !== undefined && { hiredOn: hiredOn as BusinessDate | null }),
  };
  const told = Object.entries(change).filter(([, value]) => value !== undefined);
  return Object.fromEntries(told) as ProfileChange;
}
