import type { SetupReply } from '@bellwether/contracts';
import { fieldOf, foundOrganisation, reasonOf } from '@bellwether/ui';
import { passwordTrouble } from '../sign-in/new-password.js';
import { guessPlace } from './guess-place.js';

export type SetupField =
  'name' | 'timeZone' | 'currency' | 'locale' | 'owner.name' | 'owner.email' | 'owner.password';

/** What is wrong with a field, said to whoever fills it in. */
const WORDS: Readonly<Record<SetupField, string>> = {
  name: 'Write the name of your organisation, 100 letters at most',
  timeZone: 'Choose a time zone from the list. Days begin and end by it',
  currency: 'Choose a currency from the list. Boards add up one currency',
  locale: 'Choose a language from the list. It decides how numbers are written',
  'owner.name': 'Write your name as others know it',
  'owner.email': 'Write the address you read mail at',
  'owner.password': 'Choose a password of ten characters or more',
};

/** The form by which an organisation is founded. */
export class SetupForm {
  name = $state('');
  timeZone = $state('');
  currency = $state('');
  locale = $state('');
  ownerName = $state('');
  ownerEmail = $state('');
  ownerPassword = $state('');
  sending = $state(false);
  troubles = $state.raw<Partial<Record<SetupField, string | undefined>>>({});
  /** What is wrong with all of it, e.g. that the link was used before. */
  trouble = $state<{ readonly kind: 'link' | 'other'; readonly text: string } | null>(null);
  reply = $state.raw<SetupReply | null>(null);

  constructor(
    private readonly token: string,
    timeZone: string,
    language: string,
  ) {
    const place = guessPlace(timeZone, language);
    this.timeZone = place.timeZone;
    this.currency = place.currency;
    this.locale = place.locale;
  }

  /** Somebody writes there again: what was wrong with it is not known any more. */
  mended(field: SetupField): void {
    this.troubles = { ...this.troubles, [field]: undefined };
  }

  /** Whether the organisation stands. */
  async send(): Promise<boolean> {
    this.trouble = null;
    const body = {
      name: this.name.trim(),
      timeZone: this.timeZone,
      currency: this.currency,
      locale: this.locale,
    };
    const owner = {
      name: this.ownerName.trim(),
      email: this.ownerEmail.trim(),
      password: this.ownerPassword,
    };
    const wrong: Readonly<Record<SetupField, boolean>> = {
      name: body.name === '',
      timeZone: body.timeZone === '',
      currency: body.currency === '',
      locale: body.locale === '',
      'owner.name': owner.name === '',
      'owner.email': !/^\S+@\S+\.\S+$/.test(owner.email),
      'owner.password': passwordTrouble(owner.password) !== null,
    };
    const missing = (Object.keys(WORDS) as SetupField[]).filter((field) => wrong[field]);
    this.troubles = Object.fromEntries(missing.map((field) => [field, WORDS[field]]));
    if (missing.length > 0) return false;
    this.sending = true;
    const answer = await foundOrganisation({ token: this.token, ...body, owner });
    this.sending = false;
    if (answer.kind === 'done') {
      this.reply = answer.body;
      return true;
    }
    const problem = answer.kind === 'refused' ? answer.problem : null;
    const field = problem ? fieldOf(problem) : '';
    if (isField(field)) this.troubles = { [field]: WORDS[field] };
    else if (problem?.code === 'forbidden' || field === 'token') {
      this.trouble = {
        kind: 'link',
        text: 'This link was used before, or a newer one was printed',
      };
    } else this.trouble = { kind: 'other', text: reasonOf(answer) };
    return false;
  }
}

function isField(field: string): field is SetupField {
  return field in WORDS;
}
