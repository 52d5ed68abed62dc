import type { OrganisationBody, OrganisationReply } from '@bellwether/contracts';

export type Pattern = OrganisationReply['calendar']['pattern'];
export type HouseField = 'name' | 'timeZone' | 'currency' | 'locale' | 'calendar';

/** What is wrong with a field, said to whoever fills it in. */
const WORDS: Readonly<Record<HouseField, string>> = {
  name: 'Write the name of your organisation, 100 letters at most',
  timeZone: 'Choose a time zone from the list',
  currency: 'Choose a currency from the list',
  locale: 'Choose a language from the list',
  calendar: 'Choose again when weeks and years begin',
};

/** The settings as they are being filled in. */
export class HouseDraft {
  name = $state('');
  timeZone = $state('');
  currency = $state('');
  locale = $state('');
  weekStartsOn = $state('1');
  startMonth = $state('1');
  pattern = $state<Pattern>('months');
  readonly troubles = $derived.by<Partial<Record<HouseField, string>>>(() =>
    this.name.trim() === '' ? { name: WORDS.name } : {},
  );
  /** Only what differs from what is kept; null where nothing does. */
  readonly body = $derived.by<OrganisationBody | null>(() => {
    const { told } = this;
    const body: OrganisationBody = {};
    if (this.name.trim() !== told.name) body.name = this.name.trim();
    if (this.timeZone !== told.timeZone) body.timeZone = this.timeZone;
    if (this.currency !== told.currency) body.currency = this.currency;
    if (this.locale !== told.locale) body.locale = this.locale;
    const calendar = {
      weekStartsOn: Number(this.weekStartsOn),
      startMonth: Number(this.startMonth),
      pattern: this.pattern,
    };
    const { weekStartsOn, startMonth, pattern } = told.calendar;
    const isSame =
      calendar.weekStartsOn === weekStartsOn &&
      calendar.startMonth === startMonth &&
      calendar.pattern === pattern;
    if (!isSame) body.calendar = calendar;
    return Object.keys(body).length === 0 ? null : body;
  });

  constructor(readonly told: OrganisationReply) {
    this.reset();
  }

  reset(): void {
    const { name, timeZone, currency, locale, calendar } = this.told;
    Object.assign(this, { name, timeZone, currency, locale, pattern: calendar.pattern });
    this.weekStartsOn = String(calendar.weekStartsOn);
    this.startMonth = String(calendar.startMonth);
  }
}

/** What to say of a field that the server refused; null when it is none of these. */
export function wordsFor(field: string): string | null {
  const [first = ''] = field.split(/[./]/);
  return Object.hasOwn(WORDS, first) ? WORDS[first as HouseField] : null;
}
