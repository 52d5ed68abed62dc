import type { InvitationAccepted, InvitationShown, SignInWays } from '@bellwether/contracts';
import type { Answer } from './answer.js';
import { sendRequest, type Fetching, type Sending } from './send-request.js';

/** What the second step of signing in proves itself by. */
export type SecondFactor = 'app' | 'paper';

/** The door: what can be asked by somebody who is not in yet, and about their own way in. */
export class SignInApi {
  constructor(
    private readonly fetching: Fetching = (address, init) => window.fetch(address, init),
  ) {}

  ways(): Promise<Answer<SignInWays>> {
    return this.#ask('/api/v1/sign-in', { method: 'GET' });
  }

  /** `twoFactorRedirect`: the password is right, and a code is asked for. */
  signIn(
    email: string,
    password: string,
  ): Promise<Answer<{ readonly twoFactorRedirect?: boolean }>> {
    return this.#post('sign-in/email', { email, password });
  }

  verify(factor: SecondFactor, code: string): Promise<Answer<unknown>> {
    const way = factor === 'app' ? 'verify-totp' : 'verify-backup-code';
    return this.#post(`two-factor/${way}`, { code });
  }

  /** Where the identity provider is asked; it sends the browser back to `page`. */
  atProvider(page: string): Promise<Answer<{ readonly url: string }>> {
    return this.#post('sign-in/social', {
      provider: 'sso',
      callbackURL: page,
      errorCallbackURL: page,
    });
  }

  forgot(email: string): Promise<Answer<unknown>> {
    return this.#post('request-password-reset', { email });
  }

  reset(token: string, newPassword: string): Promise<Answer<unknown>> {
    return this.#post('reset-password', { token, newPassword });
  }

  signOut(): Promise<Answer<unknown>> {
    return this.#post('sign-out', {});
  }

  changePassword(currentPassword: string, newPassword: string): Promise<Answer<unknown>> {
    return this.#post('change-password', {
      currentPassword,
      newPassword,
      revokeOtherSessions: true,
    });
  }

  /** Begins a second factor: what an app scans, and codes for paper, shown once. */
  beginSecondFactor(
    password: string,
  ): Promise<Answer<{ readonly totpURI: string; readonly backupCodes: readonly string[] }>> {
    return this.#post('two-factor/enable', { password });
  }

  endSecondFactor(password: string): Promise<Answer<unknown>> {
    return this.#post('two-factor/disable', { password });
  }

  /** What a browser is asked to make a passkey of. */
  newPasskey(): Promise<Answer<object>> {
    return this.#ask('/api/auth/passkey/generate-register-options', { method: 'GET' });
  }

  /** The passkey that a browser has made. */
  keepPasskey(response: object): Promise<Answer<unknown>> {
    return this.#post('passkey/verify-registration', { response });
  }

  /** What a browser is asked to show a passkey for. */
  passkeyAsked(): Promise<Answer<object>> {
    return this.#ask('/api/auth/passkey/generate-authenticate-options', { method: 'GET' });
  }

  /** The passkey that a browser has shown: whoever holds it is signed in. */
  signInByPasskey(response: object): Promise<Answer<unknown>> {
    return this.#post('passkey/verify-authentication', { response });
  }

  invitation(token: string): Promise<Answer<InvitationShown>> {
    return this.#ask('/api/v1/invitations/read', { method: 'POST', json: { token } });
  }

  accept(body: InvitationAccepted): Promise<Answer<unknown>> {
    return this.#ask('/api/v1/invitations/accept', { method: 'POST', json: body });
  }

  #post<Body>(path: string, json: unknown): Promise<Answer<Body>> {
    return this.#ask(`/api/auth/${path}`, { method: 'POST', json });
  }

  #ask<Body>(address: string, sending: Sending): Promise<Answer<Body>> {
    return sendRequest<Body>(address, sending, this.fetching);
  }
}
