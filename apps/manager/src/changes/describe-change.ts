import type { AuditChange } from '@bellwether/contracts';
import type { Deed } from '@bellwether/domain';

/** A change as a sentence that begins with who did it: `moved` **Grace Hopper** `from North to South`. */
export interface ChangeWords {
  readonly did: string;
  readonly what: string;
  readonly how: string;
}

type Facts = Pick<AuditChange, 'before' | 'after'>;

/** What was done, in words: before the name of what it was done to, and after it. */
const WORDS: Readonly<Record<Deed, readonly [did: string, how?: (facts: Facts) => string]>> = {
  'organisation-founded': ['founded'],
  'organisation-changed': ['changed', ({ after }) => listed(after)],
  'team-added': ['added the team'],
  'metric-added': ['began to use'],
  'metric-changed': ['worded anew'],
  'metric-removed': ['stopped using'],
  'metric-privacy-changed': ['changed who sees', ({ after }) => listed(after)],
  'rescoring-begun': ['began to count anew'],
  'rescoring-cancelled': ['stopped the counting of'],
  'scorecard-added': ['added the scorecard'],
  'scorecard-changed': ['changed the scorecard', ({ after }) => listed(after)],
  'scorecard-removed': ['removed the scorecard'],
  'own-targets-changed': ['changed the own targets of'],
  'exchange-rates-changed': ['changed the exchange rates of'],
  'goals-changed': ['changed the goals of', ({ after }) => listed(after)],
  'relief-given': ['gave relief to'],
  'relief-taken-back': ['took back relief of'],
  'holidays-changed': ['changed the days off of'],
  'person-added': ['added', ({ after }) => (after['team'] ? `to ${text(after['team'])}` : '')],
  'person-changed': ['changed', ({ after }) => listed(after)],
  'person-moved': [
    'moved',
    ({ before, after }) => `from ${team(before['team'])} to ${team(after['team'])}`,
  ],
  'person-deactivated': ['let', () => 'leave'],
  'person-reactivated': ['brought back'],
  'person-erased': ['erased', () => 'on request'],
  'photo-changed': ['gave', () => 'a new photo'],
  'photo-removed': ['took away the photo of'],
  'identity-added': ['said that', ({ after }) => `goes by ${identity(after['identity'])}`],
  'identity-removed': [
    'said that',
    ({ before }) => `goes by ${identity(before['identity'])} no more`,
  ],
  'member-invited': ['invited', ({ after }) => `as ${text(after['role'])}`],
  'invitation-withdrawn': ['withdrew the invitation of'],
  'member-joined': ['joined: the account of', ({ after }) => `as ${text(after['role'])}`],
  'member-changed': ['changed what may be done by', ({ after }) => listed(after)],
  'member-removed': ['ended the account of'],
  'key-made': ['made a key for', ({ after }) => KEYS[text(after['role'])] ?? ''],
  'keys-ended': ['ended the keys of'],
  'screen-added': ['added the wall'],
  'screen-renamed': ['renamed the wall', ({ after }) => `to ${text(after['name'])}`],
  'screen-changed': ['changed what plays on', ({ after }) => listed(after)],
  'screen-paired': ['paired the wall'],
  'screen-shut-out': ['shut out the wall'],
  'screen-keys-asked': ['asked for new keys of the wall'],
  'source-added': ['connected'],
  'source-renamed': ['renamed the source', ({ after }) => `to ${text(after['name'])}`],
  'source-settings-changed': ['changed the settings of'],
  'source-fields-mapped': ['changed the field mapping of'],
  'source-secret-added': ['added a secret to'],
  'source-secrets-ended': ['ended the old secrets of'],
  'source-paused': ['paused'],
  'source-resumed': ['resumed'],
  'parked-replayed': ['tried again', ({ after }) => items(after['items'])],
  'parked-set-aside': ['set aside', ({ after }) => items(after['items'])],
  'parked-noticed': ['let wait again', ({ after }) => items(after['items'])],
  'import-started': ['began to import'],
};

const KEYS: Readonly<Record<string, string>> = {
  provisioner: 'to bring people in with',
  rep: 'on a phone',
  screen: 'on a wall',
  source: 'to send with',
};

/** What a fact is called where one reads before and after. */
const FACTS: Readonly<Record<string, string>> = {
  absences: 'days away',
  bytes: 'size',
  hiredOn: 'hired',
  leftOn: 'left',
  jobTitle: 'role',
  jobTitles: 'roles',
  managerName: 'manager',
  reducedMotion: 'calm motion',
  shortName: 'short name',
  timeZone: 'time zone',
  fiscalYear: 'fiscal year',
  forgivenMisses: 'forgiven misses',
  weekStartsOn: 'first day of the week',
  locale: 'language',
  workingDays: 'working days',
};

export const DEEDS = Object.keys(WORDS) as readonly Deed[];

export function describeChange({ deed, subject, ...facts }: AuditChange): ChangeWords {
  const [did, how] = WORDS[deed as Deed] ?? [deed.replaceAll('-', ' ')];
  const what = subject.kind === 'parked' ? pile(subject.name) : subject.name;
  return { did, what, how: how?.(facts) ?? '' };
}

/** What a deed is called in a list to choose from: `person moved`. */
export function deedText(deed: string): string {
  const words = deed.replaceAll('-', ' ').replace('screen', 'wall');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Each fact that differs, by name, with what it was and is. */
export function factsOf({
  before,
  after,
}: Facts): readonly { readonly name: string; readonly was: string; readonly is: string }[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.map((name) => ({
    name: factName(name),
    was: text(before[name]),
    is: text(after[name]),
  }));
}

function factName(name: string): string {
  return FACTS[name] ?? name;
}

function listed(facts: Facts['after']): string {
  const names = Object.keys(facts).map(factName);
  return names.length === 0 ? '' : `(${names.join(', ')})`;
}

function text(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (Array.isArray(value)) return value.map((one) => text(one)).join(', ');
  if (typeof value === 'object') {
    const facts = Object.entries(value).filter(([, one]) => one !== null);
    return facts.map(([name, one]) => `${factName(name)} ${text(one)}`).join(' · ');
  }
  return JSON.stringify(value);
}

function team(name: unknown): string {
  return name === null || name === undefined ? 'no team' : text(name);
}

/** `email:ada@example.com` → `ada@example.com`. */
function identity(told: unknown): string {
  return text(told).replace(/^[^:]*:/, '');
}

function items(count: unknown): string {
  return count === 1 ? '(1 delivery)' : `(${text(count)} deliveries)`;
}

function pile(name: string): string {
  return name
    .replace(/^unknown-person ?/, 'what nobody was credited with ')
    .replace(/\S+:/, '')
    .trim();
}
