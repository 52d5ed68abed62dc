import { reasonOf, SignInApi, type Answer, type SecondFactor } from '@bellwether/ui';
import { canUsePasskeys } from '../passkeys/can-use-passkeys.js';
import { showPasskey } from '../passkeys/passkey-ceremony.js';

/** What somebody at the door is asked next. */
export type Step = 'password' | 'code' | 'forgot' | 'letter';

/** Somebody at the door: address and password, then a code where one is asked for. */
export class SignIn {
  step = $state<Step>('password');
  email = $state('');
  password = $state('');
  code = $state('');
  factor = $state<SecondFactor>('app');
  /** The name of the identity provider; null without one, or while it is not known. */
  provider = $state<string | null>(null);
  /** Whether a passkey can be shown here. */
  takesPasskeys = $state(false);
  /** Whether a forgotten password is answered by a letter. */
  mails = $state(true);
  sending = $state(false);
  trouble = $state<string | null>(null);

  constructor(
    private readonly oninside: () => void,
    private readonly api = new SignInApi(),
  ) {}

  async look(): Promise<void> {
    const answer = await this.api.ways();
    if (answer.kind !== 'done') return;
    this.provider = answer.body.provider;
    this.mails = answer.body.mails;
    this.takesPasskeys = canUsePasskeys(answer.body.passkeysAt);
  }

  goTo(step: Step): void {
    this.step = step;
    this.trouble = null;
    this.code = '';
  }

  async send(): Promise<void> {
    const missing = this.#missing();
    if (missing !== null) {
      this.trouble = missing;
      return;
    }
    switch (this.step) {
      case 'password':
        return this.#enter();
      case 'code':
        return this.#prove();
      case 'forgot':
        return this.#forgot();
      case 'letter':
        return;
    }
  }

  /** The address of the identity provider, to go there; null when it cannot be asked. */
  async providerAddress(page: string): Promise<string | null> {
    const body = await this.#ask(this.api.atProvider(page));
    return body?.url ?? null;
  }

  /** The browser asks for a passkey, and for who holds it: nothing else is asked then. */
  async byPasskey(): Promise<void> {
    const asked = await this.#ask(this.api.passkeyAsked());
    if (!asked) return;
    this.sending = true;
    const shown = await showPasskey(asked);
    this.sending = false;
    if (shown.kind === 'failed') this.trouble = shown.reason;
    else if (await this.#ask(this.api.signInByPasskey(shown.response))) this.oninside();
  }

  #missing(): string | null {
    if (this.step === 'code') return this.code.trim() === '' ? 'Write the code' : null;
    if (!/^\S+@\S+$/.test(this.email.trim())) return 'Write your e-mail address';
    if (this.step === 'password' && this.password === '') return 'Write your password';
    return null;
  }

  async #enter(): Promise<void> {
    const body = await this.#ask(this.api.signIn(this.email.trim(), this.password));
    if (!body) return;
    if (body.twoFactorRedirect) this.goTo('code');
    else this.oninside();
  }

  async #prove(): Promise<void> {
    const code = this.factor === 'app' ? this.code.replaceAll(/\s/g, '') : this.code.trim();
    if (await this.#ask(this.api.verify(this.factor, code))) this.oninside();
  }

  async #forgot(): Promise<void> {
    if (await this.#ask(this.api.forgot(this.email.trim()))) this.goTo('letter');
  }

  async #ask<Body>(asking: Promise<Answer<Body>>): Promise<Body | null> {
    this.trouble = null;
    this.sending = true;
    const answer = await asking;
    this.sending = false;
    if (answer.kind === 'done') return answer.body;
    this.trouble = reasonOf(answer);
    return null;
  }
}
