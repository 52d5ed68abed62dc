import type { InvitationMade, PositionBody } from '@bellwether/contracts';
import type { ApiClient, Reply, Sending } from './api-client.js';

export const PASSWORD = 'correct horse battery';

/** Somebody with a browser: keeps the cookies that it is given, and says which page asks. */
export class AccountClient {
  readonly #cookies = new Map<string, string>();

  constructor(
    private readonly floor: ApiClient,
    readonly email = '',
  ) {}

  /** Invited and accepted: signed in as this. */
  static async join(
    floor: ApiClient,
    position: PositionBody,
    email = `${position.role}-${crypto.randomUUID()}@example.com`,
  ): Promise<AccountClient> {
    const { body } = await floor.own<InvitationMade>('/api/v1/invitations', {
      json: { email, position },
    });
    const account = new AccountClient(floor, email);
    const token = body.url?.split('#invitation=')[1];
    await account.send('/api/v1/invitations/accept', {
      json: { token, name: `The ${position.role}`, password: PASSWORD },
    });
    return account;
  }

  /** As a page of the server would ask; other headers win. */
  async send<Body = Record<string, unknown>>(
    path: string,
    { headers = {}, ...sending }: Sending = {},
  ): Promise<Reply<Body>> {
    const reply = await this.floor.send<Body>(path, {
      ...sending,
      headers: { cookie: this.cookie, origin: this.floor.url, ...headers },
    });
    for (const line of reply.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
      if (value === '' || /max-age=0/i.test(line)) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    return reply;
  }

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** Its cookies for a page of the test's server. */
  forBrowser(): { name: string; value: string; url: string; httpOnly: true }[] {
    const { url } = this.floor;
    return [...this.#cookies].map(([name, value]) => ({ name, value, url, httpOnly: true }));
  }

  signIn(password = PASSWORD, email = this.email): Promise<Reply<Record<string, unknown>>> {
    return this.send('/api/auth/sign-in/email', { json: { email, password } });
  }
}
