/** Whether a passkey could be made and shown here: in this browser, and on the only pages that it is good for. */
export function canUsePasskeys(passkeysAt: string | null): boolean {
  return (
    window.location.origin === passkeysAt &&
    window.isSecureContext &&
    'PublicKeyCredential' in window
  );
}
