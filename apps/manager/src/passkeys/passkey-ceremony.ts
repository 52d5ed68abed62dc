import type * as WebAuthn from '@simplewebauthn/browser';
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';

/** What the browser answered, or why it did not. */
export type Ceremony =
  | { readonly kind: 'done'; readonly response: object }
  | { readonly kind: 'failed'; readonly reason: string };

type Library = typeof WebAuthn;

/** Has the browser make a passkey. `asked`: what the server wants of it. */
export function makePasskey(asked: object): Promise<Ceremony> {
  const optionsJSON = asked as PublicKeyCredentialCreationOptionsJSON;
  return outcomeOf((library) => library.startRegistration({ optionsJSON }));
}

/** Has the browser ask for one of the passkeys that it knows for this server, and for who holds it. */
export function showPasskey(asked: object): Promise<Ceremony> {
  const wanted = asked as PublicKeyCredentialRequestOptionsJSON;
  const optionsJSON = { ...wanted, userVerification: 'required' as const };
  return outcomeOf((library) => library.startAuthentication({ optionsJSON }));
}

/** The library is fetched when it is needed, which is seldom. */
async function outcomeOf(ceremony: (library: Library) => Promise<object>): Promise<Ceremony> {
  try {
    return { kind: 'done', response: await ceremony(await import('@simplewebauthn/browser')) };
  } catch (error) {
    return { kind: 'failed', reason: reasonOf(error) };
  }
}

/** Browsers say the same of who breaks off, has none, or is too slow: nobody learns which passkeys there are. */
function reasonOf(error: unknown): string {
  const { name, code } = error as { readonly name?: string; readonly code?: string };
  if (code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED') {
    return 'This device has a passkey of yours already';
  }
  if (code?.startsWith('ERROR_AUTHENTICATOR_MISSING')) {
    return 'This device cannot ask who holds it. Try another one';
  }
  return name === 'NotAllowedError'
    ? 'No passkey was used. Try once more, or another way'
    : 'The browser could not do it. Load the page again, or try another way';
}
