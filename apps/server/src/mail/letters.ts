import type { Letter } from './mailer.js';

const SIGNED = 'Bellwether';

/** To somebody who is asked to join. */
export function invitationLetter(
  to: string,
  about: { readonly organisation: string; readonly invitedBy: string; readonly link: string },
): Letter {
  const { organisation, invitedBy, link } = about;
  return {
    to,
    subject: `${organisation}: your place on the leaderboard`,
    text: [
      `${invitedBy} asks you to join ${organisation} on Bellwether.`,
      `Choose your password here, within two weeks:\n${link}`,
      'If you do not know them, leave this letter alone: nothing happens then.',
      SIGNED,
    ].join('\n\n'),
  };
}

/** To somebody who has forgotten their password, or so it was said. */
export function resetLetter(to: string, link: string): Letter {
  return {
    to,
    subject: 'A new password for Bellwether',
    text: [
      `Choose a new password here, within the hour:\n${link}`,
      'If you did not ask for it, leave this letter alone: your password stays as it is.',
      SIGNED,
    ].join('\n\n'),
  };
}

/** To somebody whose address is not proven yet. */
export function verificationLetter(to: string, link: string): Letter {
  return {
    to,
    subject: 'Is this your address?',
    text: [`Say so here, within the hour:\n${link}`, SIGNED].join('\n\n'),
  };
}
