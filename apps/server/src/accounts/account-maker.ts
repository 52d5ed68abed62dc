import { createAuthEndpoint } from 'better-auth/api';
import { z } from 'zod';

const Body = z.object({
  name: z.string(),
  email: z.string(),
  password: z.string(),
  isProven: z.boolean(),
});

/** Makes accounts for those who were invited. It has no path: only this server calls it. */
export function accountMaker() {
  return {
    id: 'account-maker' as const,
    endpoints: {
      makeAccount: createAuthEndpoint({ method: 'POST', body: Body }, async ({ body, context }) => {
        const { internalAdapter, password: passwords } = context;
        const { name, password, isProven } = body;
        const email = body.email.toLowerCase();
        if (await internalAdapter.findUserByEmail(email)) return null;
        const hash = await passwords.hash(password);
        const user = await internalAdapter.createUser(
          { name, email, emailVerified: isProven },
          { method: 'invitation' },
        );
        await internalAdapter.linkAccount({
          userId: user.id,
          providerId: 'credential',
          accountId: user.id,
          password: hash,
        });
        return { userId: user.id };
      }),
    },
  };
}
