import type { Accounts, NewAccount } from '@bellwether/application';
import type { SignIn } from './sign-in.js';

/** Accounts as Better Auth keeps them. Nobody makes one by themselves: they are invited, or vouched for. */
export class BetterAuthAccounts implements Accounts {
  constructor(private readonly signIn: SignIn) {}

  async create(
    account: NewAccount,
    isProven: boolean,
  ): Promise<{ userId: string } | 'email-taken'> {
    const made = await this.signIn.api.makeAccount({ body: { ...account, isProven } });
    return made ?? 'email-taken';
  }
}
