export interface NewAccount {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** Accounts as such: who signs in, and how. */
export interface Accounts {
  /** `isProven`: whoever made it reads mail at the address. */
  create(account: NewAccount, isProven: boolean): Promise<{ userId: string } | 'email-taken'>;
}
