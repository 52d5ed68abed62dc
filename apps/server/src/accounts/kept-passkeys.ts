import type { SignIn } from './sign-in.js';

export interface KeptPasskey {
  readonly id: string;
  readonly name?: string | null;
  readonly createdAt?: Date | null;
}

/** The passkeys of accounts, as Better Auth keeps them: each is reached by whose it is. */
export class KeptPasskeys {
  constructor(private readonly signIn: SignIn) {}

  /** The oldest first. */
  async of(userId: string): Promise<readonly KeptPasskey[]> {
    const { adapter } = await this.signIn.$context;
    return adapter.findMany<KeptPasskey>({
      model: 'passkey',
      where: [{ field: 'userId', value: userId }],
      sortBy: { field: 'createdAt', direction: 'asc' },
    });
  }

  /** False when they have no such passkey. */
  async rename(userId: string, id: string, name: string): Promise<boolean> {
    const { adapter } = await this.signIn.$context;
    const changed = await adapter.updateMany({
      model: 'passkey',
      where: whose(userId, id),
      update: { name },
    });
    return changed > 0;
  }

  /** False when they have no such passkey. */
  async remove(userId: string, id: string): Promise<boolean> {
    const { adapter } = await this.signIn.$context;
    return (await adapter.deleteMany({ model: 'passkey', where: whose(userId, id) })) > 0;
  }
}

function whose(userId: string, id: string) {
  return [
    { field: 'id', value: id },
    { field: 'userId', value: userId },
  ];
}
