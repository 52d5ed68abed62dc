import type { Accounts, Clock, Members, Secrets, Signals } from '@bellwether/application';
import { AcceptInvitation, AdmitAccount, InviteMember } from '@bellwether/application';
import { PostgresDirectories, PostgresInvitations, PostgresMembers } from '@bellwether/persistence';
import type { Provider } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { AccessGuard } from '../access/access.guard.js';
import { OwnTeams } from '../access/own-teams.js';
import type { Config } from '../config/load-config.js';
import type { Log } from '../engines/log.js';
import type { Mailer } from '../mail/mailer.js';
import { openSecretKey } from '../secret-key/open-secret-key.js';
import type { Stores } from '../stores/open-stores.js';
import { RedisRateLimits } from '../stores/redis-rate-limits.js';
import { RedisSignals } from '../stores/redis-signals.js';
import { CLOCK, CONFIG, LOG, MAILER, SECRETS, SIGN_IN, STORES } from '../tokens.js';
import { AccountController } from './account.controller.js';
import { BetterAuthAccounts } from './better-auth-accounts.js';
import { FoundOwner } from './found-owner.js';
import { InvitationsController } from './invitations.controller.js';
import { KeptPasskeys } from './kept-passkeys.js';
import { MembersController } from './members.controller.js';
import { PasskeysController } from './passkeys.controller.js';
import { SessionCallers } from './session-callers.js';
import type { SignIn } from './sign-in.js';
import { openSignIn } from './sign-in.js';

const providers: Provider[] = [
  AccessGuard,
  {
    provide: OwnTeams,
    inject: [PostgresDirectories, PostgresMembers, CLOCK],
    useFactory: (directories: PostgresDirectories, members: Members, clock: Clock) =>
      new OwnTeams(directories, members, clock),
  },
  {
    provide: AdmitAccount,
    inject: [PostgresMembers, PostgresInvitations, CONFIG, CLOCK],
    useFactory: (
      members: PostgresMembers,
      invitations: PostgresInvitations,
      { oidc }: Config,
      clock: Clock,
    ) => new AdmitAccount(members, invitations, oidc?.domains ?? [], clock),
  },
  {
    provide: RedisRateLimits,
    inject: [STORES],
    useFactory: ({ redis, prefix }: Stores) => new RedisRateLimits(redis, prefix),
  },
  {
    provide: SIGN_IN,
    inject: [
      STORES,
      CONFIG,
      MAILER,
      RedisRateLimits,
      AdmitAccount,
      PostgresMembers,
      RedisSignals,
      LOG,
    ],
    useFactory: (
      { accounts: pool }: Stores,
      config: Config,
      mailer: Mailer,
      limits: RedisRateLimits,
      admit: AdmitAccount,
      members: Members,
      signals: Signals,
      log: Log,
    ): SignIn =>
      openSignIn({
        pool,
        config,
        key: openSecretKey(config),
        mailer,
        limits,
        admit,
        log,
        onEnd: async (userId) => {
          const member = await members.of(userId);
          if (!member) return;
          const { organisationId } = member;
          await signals.send({ kind: 'account-changed', organisationId, userId });
        },
      }),
  },
  {
    provide: BetterAuthAccounts,
    inject: [SIGN_IN],
    useFactory: (signIn: SignIn) => new BetterAuthAccounts(signIn),
  },
  {
    provide: KeptPasskeys,
    inject: [SIGN_IN],
    useFactory: (signIn: SignIn) => new KeptPasskeys(signIn),
  },
  {
    provide: SessionCallers,
    inject: [SIGN_IN, PostgresMembers],
    useFactory: (signIn: SignIn, members: PostgresMembers) => new SessionCallers(signIn, members),
  },
  {
    provide: InviteMember,
    inject: [PostgresInvitations, SECRETS, CLOCK],
    useFactory: (invitations: PostgresInvitations, secrets: Secrets, clock: Clock) =>
      new InviteMember(invitations, secrets, clock),
  },
  {
    provide: AcceptInvitation,
    inject: [PostgresInvitations, BetterAuthAccounts, PostgresMembers, CLOCK],
    useFactory: (...parts: ConstructorParameters<typeof AcceptInvitation>) =>
      new AcceptInvitation(...parts),
  },
  {
    provide: FoundOwner,
    inject: [SIGN_IN, BetterAuthAccounts, PostgresMembers],
    useFactory: (signIn: SignIn, accounts: Accounts, members: Members) =>
      new FoundOwner(signIn, accounts, members),
  },
];

/** People who sign in: their accounts, sessions and places. */
@Module({
  controllers: [AccountController, PasskeysController, InvitationsController, MembersController],
  providers,
  exports: providers,
})
export class AccountsModule {}
