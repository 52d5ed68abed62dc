import type { AccountReply } from '@bellwether/contracts';
import { reasonOf, SignInApi, type Answer, type BellwetherApi } from '@bellwether/ui';
import { canUsePasskeys } from '../passkeys/can-use-passkeys.js';
import { makePasskey } from '../passkeys/passkey-ceremony.js';

/** What of one's own account is being changed. */
export type Errand =
  'look' | 'password' | 'factor' | 'scan' | 'paper' | 'no-factor' | 'passkey-name' | 'no-passkey';

export type Passkey = AccountReply['passkeys'][number];

/** One's own account: where it is signed in, its password, its second factor, its passkeys. */
export class Account {
  about = $state.raw<AccountReply | null>(null);
  errand = $state<Errand>('look');
  trouble = $state<string | null>(null);
  sending = $state(false);
  /** What an authenticator app scans. */
  uri = $state<string | null>(null);
  /** Codes for paper, shown once. */
  codes = $state.raw<readonly string[]>([]);
  /** Whether a passkey can be made here. */
  takesPasskeys = $state(false);
  /** The passkey that is being changed. */
  passkey = $state.raw<Passkey | null>(null);

  constructor(
    private readonly api: BellwetherApi,
    private readonly door = new SignInApi(),
  ) {}

  async load(): Promise<void> {
    const [body, ways] = await Promise.all([this.#ask(this.api.account()), this.door.ways()]);
    if (body) this.about = body;
    if (ways.kind === 'done') this.takesPasskeys = canUsePasskeys(ways.body.passkeysAt);
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

  /** False when none was made; why is said then. */
  async addPasskey(): Promise<boolean> {
    const asked = await this.#ask(this.door.newPasskey());
    if (!asked) return false;
    this.sending = true;
    const made = await makePasskey(asked);
    this.sending = false;
    if (made.kind === 'failed') {
      this.trouble = made.reason;
      return false;
    }
    if ((await this.#ask(this.door.keepPasskey(made.response))) === undefined) return false;
    await this.load();
    return true;
  }

  change(errand: 'passkey-name' | 'no-passkey', passkey: Passkey): void {
    this.passkey = passkey;
    this.goTo(errand);
  }

  async renamePasskey({ id }: Passkey, name: string): Promise<Answer<unknown>> {
    const answer = await this.api.renamePasskey(id, name);
    if (answer.kind === 'done') await this.load();
    return answer;
  }

  async removePasskey({ id }: Passkey): Promise<boolean> {
    if ((await this.#ask(this.api.removePasskey(id))) === undefined) return false;
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
