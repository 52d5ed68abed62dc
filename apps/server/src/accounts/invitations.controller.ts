import type { Clock } from '@bellwether/application';
import { AcceptInvitation, InviteMember, mayGiveRole } from '@bellwether/application';
import {
  InvitationAccepted,
  InvitationBody,
  InvitationMade,
  InvitationShown,
  InvitationToken,
  RowIdText,
} from '@bellwether/contracts';
import { PostgresDirectories, PostgresInvitations } from '@bellwether/persistence';
import { Body, Controller, Delete, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { actorOf } from '../access/actor-of.js';
import { CurrentCaller, Needs, Open } from '../access/needs.js';
import type { Caller } from '../access/grants.js';
import { Links } from '../access/links.js';
import { reachedBy } from '../access/reached-by.js';
import type { Config } from '../config/load-config.js';
import { jsonSchema } from '../http/json-schema.js';
import { PublicError } from '../http/public-error.js';
import { invitationLetter } from '../mail/letters.js';
import type { Mailer } from '../mail/mailer.js';
import { CLOCK, CONFIG, MAILER, SIGN_IN } from '../tokens.js';
import { enter } from './enter.js';
import { misplacedError, positionOf } from './position.js';
import type { SignIn } from './sign-in.js';

/** People are asked to join; nobody makes an account by themselves. */
@ApiTags('Members')
@Controller('api/v1/invitations')
export class InvitationsController {
  constructor(
    @Inject(InviteMember) private readonly inviteMember: InviteMember,
    @Inject(AcceptInvitation) private readonly acceptInvitation: AcceptInvitation,
    @Inject(PostgresInvitations) private readonly invitations: PostgresInvitations,
    @Inject(PostgresDirectories) private readonly directories: PostgresDirectories,
    @Inject(SIGN_IN) private readonly signIn: SignIn,
    @Inject(MAILER) private readonly mailer: Mailer,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @ApiOperation({ summary: 'Asks somebody to join; the link is mailed, or shown once' })
  @ApiBearerAuth()
  @ApiBody({ schema: jsonSchema(InvitationBody) })
  @ApiResponse({ status: 201, schema: jsonSchema(InvitationMade) })
  @Needs('members.manage')
  @Post()
  async invite(
    @CurrentCaller() caller: Caller,
    @Body({ schema: InvitationBody }) body: z.output<typeof InvitationBody>,
    @Req() request: FastifyRequest,
  ): Promise<InvitationMade> {
    const { organisationId, grant, account } = caller;
    const { email } = body;
    const position = positionOf(body.position);
    if (!mayGiveRole(grant.role, position.role)) {
      throw new PublicError('forbidden', 'Only an owner invites owners', '/position/role');
    }
    const { organisation } = await this.directories.read(organisationId);
    const invitedBy = account?.name ?? organisation.name;
    const mailed = this.mailer.reaches;
    const about = { email, position, invitedBy, mailed };
    const made = await this.inviteMember.execute(organisationId, about, actorOf(caller));
    if (made === 'is-member') {
      throw new PublicError('conflict', 'There is an account with this address', '/email');
    }
    if (typeof made === 'string') throw misplacedError(made);
    const link = new Links(reachedBy(this.config.publicUrl, request)).invitation(made.token);
    if (!mailed) return { id: made.id, url: link };
    this.mailer.send(invitationLetter(email, { organisation: organisation.name, invitedBy, link }));
    return { id: made.id, url: null };
  }

  @ApiOperation({ summary: 'Withdraws an invitation: its link opens nothing any more' })
  @ApiBearerAuth()
  @Needs('members.manage')
  @HttpCode(204)
  @Delete(':id')
  async withdraw(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: RowIdText }) id: number,
  ): Promise<void> {
    const { organisationId } = caller;
    if (await this.invitations.withdraw(organisationId, id, actorOf(caller))) return;
    throw new PublicError('not-found', 'There is no such invitation');
  }

  @ApiOperation({ summary: 'Who asks whom to join what, for whoever has the link' })
  @ApiBody({ schema: jsonSchema(InvitationToken) })
  @ApiResponse({ status: 200, schema: jsonSchema(InvitationShown) })
  @Open()
  @HttpCode(200)
  @Post('read')
  async read(
    @Body({ schema: InvitationToken }) { token }: InvitationToken,
  ): Promise<InvitationShown> {
    const invitation = await this.invitations.byToken(token, this.clock.now());
    if (!invitation) throw unknownInvitation();
    const { organisationName: organisation, invitedBy, email, position } = invitation;
    return { organisation, invitedBy, email, role: position.role };
  }

  @ApiOperation({ summary: 'Makes the account of whoever was invited, and signs it in' })
  @ApiBody({ schema: jsonSchema(InvitationAccepted) })
  @Open()
  @HttpCode(201)
  @Post('accept')
  async accept(
    @Body({ schema: InvitationAccepted }) { token, name, password }: InvitationAccepted,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ accepted: true }> {
    const made = await this.acceptInvitation.execute(token, { name, password });
    if (made === 'unknown-invitation') throw unknownInvitation();
    if (made === 'email-taken') {
      throw new PublicError('conflict', 'There is an account with this address. Sign in with it');
    }
    if (typeof made === 'string') throw misplacedError(made);
    await enter(this.signIn, { email: made.email, password }, request, reply);
    return { accepted: true };
  }
}

function unknownInvitation(): PublicError {
  return new PublicError(
    'not-found',
    'This invitation was used, withdrawn, or is older than two weeks. Ask for another one',
  );
}
