import { createHash } from 'node:crypto';
import type { Grant, Member } from '@bellwether/application';
import type { PostgresMembers } from '@bellwether/persistence';
import { ShortMemory } from '@bellwether/persistence';
import type { Caller } from '../access/grants.js';
import type { SignIn } from './sign-in.js';

/** Who asks, by the cookie of their session. */
export class SessionCallers {
  /** A session that ends is told to every process at once: whatever is remembered ends then. */
  readonly #remembered = new ShortMemory<Caller | undefined>();

  constructor(
    private readonly signIn: SignIn,
    private readonly members: PostgresMembers,
  ) {}

  /** Undefined without a session, with one that has ended, or for an account that belongs nowhere. */
  async callerOf(cookies: string | undefined): Promise<Caller | undefined> {
    if (!cookies?.includes('bellwether.session_token=')) return undefined;
    const name = createHash('sha256').update(cookies).digest('base64');
    return this.#remembered.get(name, () => this.#read(cookies));
  }

  /** Believes nothing that it was told before. */
  forget(): void {
    this.#remembered.forget();
  }

  async #read(cookie: string): Promise<Caller | undefined> {
    const session = await this.signIn.api.getSession({ headers: new Headers({ cookie }) });
    const member = session && (await this.members.of(session.user.id));
    if (!session || !member?.isHere) return undefined;
    const { userId, name, email, organisationId, position } = member;
    const { personId } = position;
    const account = { userId, name, email, personId, sessionId: session.session.id };
    return { organisationId, grant: grantOf(member), account };
  }
}

function grantOf({ position: { role, personId, teamIds } }: Member): Grant {
  if (role === 'manager') return { role, teamIds };
  // Whoever is nobody on the boards looks on.
  if (role === 'rep') return personId === null ? { role: 'viewer' } : { role, personId };
  return { role };
}
