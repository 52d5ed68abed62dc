import { getAuthenticatorName, passkey } from '@better-auth/passkey';
import { APIError } from 'better-auth/api';
import { browserOf } from '../http/browser-of.js';

/**
 * Passkeys in the place of a password and a second factor. They are that only when the device has asked
 * who holds it, by a finger, a face or a PIN: one that has not is made nowhere and opens nothing.
 */
export function passkeyPlugin(publicUrl: string) {
  const { hostname, origin } = new URL(publicUrl);
  return passkey({
    rpID: hostname,
    origin,
    rpName: 'Bellwether',
    // Nobody is asked for their address before they show it, so the device has to know whose it is.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    advanced: { webAuthnChallengeCookie: 'passkey' },
    schema: { passkey: { modelName: 'account_passkey' } },
    registration: {
      afterVerification: async ({ ctx, user, verification: { registrationInfo } }) => {
        if (registrationInfo?.userVerified !== true) throw unverified();
        // Whom an identity provider vouches for is let go there: nothing of ours may outlive that.
        const logins = await ctx.context.internalAdapter.findAccounts(user.id);
        if (!logins.some(({ providerId }) => providerId === 'credential')) throw keptElsewhere();
        const keeper = getAuthenticatorName(registrationInfo.aaguid);
        return { name: keeper ?? browserOf(ctx.headers?.get('user-agent') ?? '') };
      },
    },
    authentication: {
      afterVerification: ({ verification: { authenticationInfo } }) => {
        if (!authenticationInfo.userVerified) throw unverified();
      },
    },
  });
}

function keptElsewhere(): APIError {
  return new APIError('FORBIDDEN', {
    code: 'PASSKEYS_KEPT_ELSEWHERE',
    message: 'The identity provider keeps the passkeys',
  });
}

function unverified(): APIError {
  return new APIError('UNAUTHORIZED', {
    code: 'PASSKEY_UNVERIFIED',
    message: 'The device has not asked who holds it',
  });
}
