import type { AccountReply } from '@bellwether/contracts';
import { reasonOf, SignInApi, type Answer, type BellwetherApi } from '@bellwether/ui';

/** What of one's own account is being changed. */
export type Errand = 'look' | 'password' | 'factor' | 'scan' | 'paper' | 'no-factor';

/** One's own account: where it is signed in, its password, its second factor. */
export class Account {
  about = $state.raw<AccountReply | null>(null);
  errand = $state<Errand>('look');
  trouble = $state<string | null>(null);
  sending = $state(false);
  /** What an authenticator app scans. */
  uri = $state<string | null>(null);
  /** Codes for paper, shown once. */
  codes = $state.raw<readonly string[]>([]);

  constructor(
    private readonly api: BellwetherApi,
    private readonly door = new SignInApi(),
  ) {}

  async load(): Promise<void> {
    const body = await this.#ask(this.api.account());
    if (body) this.about = body;
  }

  goTo(errand: Errand): void {
    this.errand = errand;
    this.trouble = null;
  }

  async endSession(id: string): Promise<void> {
    if ((await this.#ask(this.api.endSession(id))) !== undefined) await this.load();
  }

  async endOthers(): Promise<void> {
    if ((await this.#ask(this.api.endOtherSessions())) !== undefined) await this.load();
  }

  async changePassword(current: string, next: string): Promise<boolean> {
    return (await this.#ask(this.door.changePassword(current, next))) !== undefined;
  }

  async beginFactor(password: string): Promise<void> {
    const body = await this.#ask(this.door.beginSecondFactor(password));
    if (!body) return;
    this.uri = body.totpURI;
    this.codes = body.backupCodes;
    this.goTo('scan');
  }

  async proveFactor(code: string): Promise<void> {
    const proven = await this.#ask(this.door.verify('app', code.replaceAll(/\s/g, '')));
    if (proven === undefined) return;
    this.goTo('paper');
    await this.load();
  }

  async endFactor(password: string): Promise<boolean> {
    const ended = await this.#ask(this.door.endSecondFactor(password));
    if (ended === undefined) return false;
    await this.load();
    return true;
  }

  async signOut(): Promise<boolean> {
    return (await this.#ask(this.door.signOut())) !== undefined;
  }

  /** `undefined` when it was not done; why is said then. */
  async #ask<Body>(asking: Promise<Answer<Body>>): Promise<Body | undefined> {
    this.trouble = null;
    this.sending = true;
    const answer = await asking;
    this.sending = false;
    if (answer.kind === 'done') return answer.body;
    this.trouble = reasonOf(answer);
    return undefined;
  }
}
