import { createHash } from 'node:crypto';
import type { Grant, Member } from '@bellwether/application';
import type { PostgresMembers } from '@bellwether/persistence';
import type { Caller } from '../access/grants.js';
import type { SignIn } from './sign-in.js';

/** For how long a session is believed without asking; one that ends is told to every process at once. */
const TRUSTED_MS = 5_000;
const MOST = 5_000;

interface Remembered {
  readonly caller: Caller | undefined;
  readonly readAt: number;
}

/** Who asks, by the cookie of their session. */
export class SessionCallers {
  readonly #remembered = new Map<string, Remembered>();

  constructor(
    private readonly signIn: SignIn,
    private readonly members: PostgresMembers,
  ) {}

  /** Undefined without a session, with one that has ended, or for an account that belongs nowhere. */
  async callerOf(cookies: string | undefined): Promise<Caller | undefined> {
    if (!cookies?.includes('bellwether.session_token=')) return undefined;
    const name = createHash('sha256').update(cookies).digest('base64');
    const known = this.#remembered.get(name);
    if (known && Date.now() - known.readAt < TRUSTED_MS) return known.caller;
    const caller = await this.#read(cookies);
    if (this.#remembered.size >= MOST) this.#remembered.clear();
    this.#remembered.set(name, { caller, readAt: Date.now() });
    return caller;
  }

  /** Believes nothing that it was told before. */
  forget(): void {
    this.#remembered.clear();
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
