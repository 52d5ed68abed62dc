import type { Clock, Member, Signals } from '@bellwether/application';
import { mayGiveRole } from '@bellwether/application';
import { MembersReply, PositionBody } from '@bellwether/contracts';
import type { OrganisationId } from '@bellwether/domain';
import { PostgresInvitations, PostgresMembers } from '@bellwether/persistence';
import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Patch } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { actorOf } from '../access/actor-of.js';
import { CurrentCaller, Needs } from '../access/needs.js';
import type { Caller } from '../access/grants.js';
import { jsonSchema } from '../http/json-schema.js';
import { PublicError } from '../http/public-error.js';
import { RedisSignals } from '../stores/redis-signals.js';
import { CLOCK } from '../tokens.js';
import { presentMembers } from './members.presenter.js';
import { misplacedError, positionOf } from './position.js';

const UserId = z.string().min(1).max(64);

/** Who signs in, and as what. */
@ApiTags('Members')
@ApiBearerAuth()
@Needs('members.manage')
@Controller('api/v1/members')
export class MembersController {
  constructor(
    @Inject(PostgresMembers) private readonly members: PostgresMembers,
    @Inject(PostgresInvitations) private readonly invitations: PostgresInvitations,
    @Inject(RedisSignals) private readonly signals: Signals,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @ApiOperation({ summary: 'Who signs in, and who was asked to' })
  @ApiResponse({ status: 200, schema: jsonSchema(MembersReply) })
  @Get()
  async list(@CurrentCaller() caller: Caller): Promise<MembersReply> {
    const [members, invitations] = await Promise.all([
      this.members.ofOrganisation(caller.organisationId),
      this.invitations.open(caller.organisationId, this.clock.now()),
    ]);
    return presentMembers(caller, members, invitations);
  }

  @ApiOperation({ summary: 'Gives somebody another role, person or teams' })
  @ApiBody({ schema: jsonSchema(PositionBody) })
  @HttpCode(200)
  @Patch(':id')
  async change(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: UserId }) id: string,
    @Body({ schema: PositionBody }) body: z.output<typeof PositionBody>,
  ): Promise<{ changed: true }> {
    const { userId } = await this.#mayChange(caller, id);
    const position = positionOf(body);
    if (!mayGiveRole(caller.grant.role, position.role)) throw notAboveYou();
    const by = actorOf(caller);
    const outcome = await this.members.change(caller.organisationId, userId, position, by);
    if (outcome === 'unknown-member') throw unknownMember();
    if (outcome === 'last-owner') throw lastOwner();
    if (outcome !== 'changed') throw misplacedError(outcome);
    await this.#tell(caller.organisationId, userId);
    return { changed: true };
  }

  @ApiOperation({ summary: 'Ends an account: it is signed out everywhere, and what it did stays' })
  @HttpCode(204)
  @Delete(':id')
  async remove(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: UserId }) id: string,
  ): Promise<void> {
    const { userId } = await this.#mayChange(caller, id);
    const outcome = await this.members.remove(caller.organisationId, userId, actorOf(caller));
    if (outcome === 'unknown-member') throw unknownMember();
    if (outcome === 'last-owner') throw lastOwner();
    await this.#tell(caller.organisationId, userId);
  }

  async #mayChange({ organisationId, grant }: Caller, userId: string): Promise<Member> {
    const member = await this.members.of(userId);
    if (member?.organisationId !== organisationId) throw unknownMember();
    if (!mayGiveRole(grant.role, member.position.role)) throw notAboveYou();
    return member;
  }

  #tell(organisationId: OrganisationId, userId: string): Promise<void> {
    return this.signals.send({ kind: 'account-changed', organisationId, userId });
  }
}

function unknownMember(): PublicError {
  return new PublicError('not-found', 'There is no such member');
}

function lastOwner(): PublicError {
  return new PublicError('conflict', 'Somebody must be the owner; make somebody else one first');
}

function notAboveYou(): PublicError {
  return new PublicError('forbidden', 'Only an owner makes, changes or removes owners');
}
