import type { AccountReply } from '@bellwether/contracts';
import { browserOf } from '../http/browser-of.js';
import type { KeptPasskey } from './kept-passkeys.js';

interface SessionRow {
  readonly id: string;
  readonly userAgent?: string | null | undefined;
  readonly ipAddress?: string | null | undefined;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** An account as its holder sees it: no token of any session and no key is among it. */
export function presentAccount(
  user: { readonly name: string; readonly email: string; readonly twoFactorEnabled?: unknown },
  {
    sessions,
    logins,
    passkeys,
  }: {
    readonly sessions: readonly SessionRow[];
    readonly logins: readonly { readonly providerId: string }[];
    readonly passkeys: readonly KeptPasskey[];
  },
  sessionId: string,
): AccountReply {
  return {
    name: user.name,
    email: user.email,
    hasPassword: logins.some(({ providerId }) => providerId === 'credential'),
    hasTwoFactor: user.twoFactorEnabled === true,
    passkeys: passkeys.map(({ id, name, createdAt }) => ({
      id,
      name: name || 'Passkey',
      addedAt: createdAt?.getTime() ?? 0,
    })),
    sessions: sessions
      .toSorted((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime())
      .map(({ id, userAgent, ipAddress, createdAt, updatedAt }) => ({
        id,
        browser: browserOf(userAgent ?? ''),
        address: ipAddress || null,
        signedInAt: createdAt.getTime(),
        seenAt: updatedAt.getTime(),
        isThis: id === sessionId,
      })),
  };
}
