import type { AccountReply } from '@bellwether/contracts';
import { browserOf } from '../http/browser-of.js';

interface SessionRow {
  readonly id: string;
  readonly userAgent?: string | null | undefined;
  readonly ipAddress?: string | null | undefined;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** An account as its holder sees it: no token of any session is among it. */
export function presentAccount(
  user: { readonly name: string; readonly email: string; readonly twoFactorEnabled?: unknown },
  sessions: readonly SessionRow[],
  logins: readonly { readonly providerId: string }[],
  sessionId: string,
): AccountReply {
  return {
    name: user.name,
    email: user.email,
    hasPassword: logins.some(({ providerId }) => providerId === 'credential'),
    hasTwoFactor: user.twoFactorEnabled === true,
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
