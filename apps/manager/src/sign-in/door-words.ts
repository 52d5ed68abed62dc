import type { Session } from '@bellwether/contracts';
import type { DeskState } from '../desk.svelte.js';
import type { Step } from './sign-in.svelte.js';

interface DoorWords {
  readonly title: string;
  readonly sub: string;
  /** What the button does. */
  readonly action: string;
}

/** What is said at the door of the desk. */
export function doorWords(
  { state, otherRole }: { readonly state: DeskState; readonly otherRole: Session['role'] | null },
  { step }: { readonly step: Step },
): DoorWords {
  switch (state) {
    case 'no-key':
      return STEPS[step];
    case 'bad-key':
      return {
        ...STEPS[step],
        title: 'You are signed out',
        sub: 'The key or the session that was used here has ended. Sign in again.',
      };
    case 'not-a-desk':
      return otherRole === 'rep'
        ? { title: 'This link is for a phone', sub: 'Open it at /phone/ instead.', action: '' }
        : { title: 'This link is for a wall', sub: 'Open it at /tv/ instead.', action: '' };
    case 'waiting':
      return {
        title: 'The server does not answer',
        sub: 'It is asked again by itself, every few seconds. Nothing is lost meanwhile.',
        action: '',
      };
    case 'setup':
    case 'invited':
    case 'resetting':
    case 'starting':
    case 'open':
      return { title: 'Opening the desk', sub: 'A moment.', action: '' };
  }
}

const STEPS: Readonly<Record<Step, DoorWords>> = {
  password: {
    title: 'Sign in',
    sub: 'Who has no account yet is invited by somebody who runs this floor.',
    action: 'Sign in',
  },
  code: {
    title: 'One more thing',
    sub: 'Your password is right. Now the code that your app shows.',
    action: 'Go on',
  },
  forgot: {
    title: 'A new password',
    sub: 'Say which address you sign in with. A link to choose a new one goes there.',
    action: 'Send the link',
  },
  letter: { title: 'Look in your letters', sub: 'Nothing has changed yet.', action: '' },
};
