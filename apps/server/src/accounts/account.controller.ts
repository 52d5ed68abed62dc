import { AccountReply, SignInWays } from '@bellwether/contracts';
import { Controller, Delete, Get, HttpCode, Inject, Param, Req } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { CurrentCaller, Needs, Open } from '../access/needs.js';
import type { Caller } from '../access/grants.js';
import type { Config } from '../config/load-config.js';
import { jsonSchema } from '../http/json-schema.js';
import { PublicError } from '../http/public-error.js';
import type { Mailer } from '../mail/mailer.js';
import { CONFIG, MAILER, SIGN_IN } from '../tokens.js';
import { accountOf } from './account-of.js';
import { presentAccount } from './account.presenter.js';
import { KeptPasskeys } from './kept-passkeys.js';
import { passkeysAt } from './passkeys-at.js';
import type { SignIn } from './sign-in.js';

const SessionId = z.string().min(1).max(64);

/** One's own account: where it is signed in. Passwords and codes are dealt with under `/api/auth`. */
@ApiTags('Sign-in')
@Controller('api/v1')
export class AccountController {
  constructor(
    @Inject(SIGN_IN) private readonly signIn: SignIn,
    @Inject(KeptPasskeys) private readonly passkeys: KeptPasskeys,
    @Inject(MAILER) private readonly mailer: Mailer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @ApiOperation({ summary: 'By which ways people get in' })
  @ApiResponse({ status: 200, schema: jsonSchema(SignInWays) })
  @Open()
  @Get('sign-in')
  ways(): SignInWays {
    return {
      provider: this.config.oidc?.name ?? null,
      mails: this.mailer.reaches,
      passkeysAt: passkeysAt(this.config.publicUrl),
    };
  }

  @ApiOperation({ summary: "One's own account, and where it is signed in" })
  @ApiResponse({ status: 200, schema: jsonSchema(AccountReply) })
  @Needs('account.own')
  @Get('account')
  async read(
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<AccountReply> {
    const { userId, sessionId } = accountOf(caller);
    const headers = cookiesOf(request);
    const { internalAdapter } = await this.signIn.$context;
    const [session, sessions, logins, passkeys] = await Promise.all([
      this.signIn.api.getSession({ headers }),
      internalAdapter.listSessions(userId),
      internalAdapter.findAccounts(userId),
      this.passkeys.of(userId),
    ]);
    if (!session) throw new PublicError('unsigned', 'Sign in once more');
    return presentAccount(session.user, { sessions, logins, passkeys }, sessionId);
  }

  @ApiOperation({ summary: 'Signs out everywhere else' })
  @Needs('account.own')
  @HttpCode(204)
  @Delete('account/sessions')
  async endOthers(@CurrentCaller() caller: Caller, @Req() request: FastifyRequest): Promise<void> {
    accountOf(caller);
    await this.signIn.api.revokeOtherSessions({ headers: cookiesOf(request) });
  }

  @ApiOperation({ summary: 'Signs out in one place' })
  @Needs('account.own')
  @HttpCode(204)
  @Delete('account/sessions/:id')
  async end(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: SessionId }) id: string,
  ): Promise<void> {
    const { internalAdapter } = await this.signIn.$context;
    const sessions = await internalAdapter.listSessions(accountOf(caller).userId);
    const session = sessions.find((one) => one.id === id);
    if (!session) throw new PublicError('not-found', 'You are not signed in there any more');
    await internalAdapter.deleteSession(session.token);
  }
}

function cookiesOf({ headers }: FastifyRequest): Headers {
  return new Headers({ cookie: headers.cookie ?? '' });
}
