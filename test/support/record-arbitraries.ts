import fc from 'fast-check';

const NAMES = ['amara', 'nguyen', 'tomas', 'leena'];

const moment = (from: string, to: string) =>
  fc
    .integer({ min: Date.parse(from) / 1_000, max: Date.parse(to) / 1_000 })
    .map((seconds) => new Date(seconds * 1_000).toISOString());

/** Few moments, so that equal ones happen. */
const changedAt = fc
  .integer({ min: 0, max: 12 })
  .map((hours) => new Date(Date.UTC(2026, 10, 18, hours)).toISOString());

const owner = fc.constantFrom(...NAMES, 'nobody').map((name) => `${name}@example.com`);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const split = fc.integer({ min: 1, max: 99 }).map((percent) => [
  { owner: 'amara@example.com', percent },
  { owner: 'tomas@example.com', percent: 100 - percent },
]);

const account = fc.constantFrom('orsini', 'orsini-it', 'brisa');

const dealChange = fc.record(
  {
    type: fc.constant('deal'),
    externalId: fc.constantFrom('D-1', 'D-2', 'D-3'),
    changedAt,
    owner: maybe(owner),
    account: maybe(fc.option(account)),
    step: maybe(fc.option(fc.constantFrom('demo', 'proposal'))),
    amount: maybe(fc.integer({ min: -500, max: 100_000 }).map((cents) => (cents / 100).toFixed(2))),
    status: maybe(fc.constantFrom('open', 'won', 'lost')),
    closedOn: maybe(
      fc.option(fc.constantFrom('2026-11-18', '2026-10-31', '2026-09-30', '2025-12-31')),
    ),
    createdAt: maybe(moment('2026-09-01T00:00:00Z', '2026-11-18T00:00:00Z')),
    splits: maybe(fc.option(split)),
    deleted: maybe(fc.boolean()),
    mergedInto: maybe(fc.option(fc.constant('D-3'))),
  },
  { requiredKeys: ['type', 'externalId', 'changedAt'] },
);

const callChange = fc.record(
  {
    type: fc.constant('call'),
    externalId: fc.constantFrom('C-1', 'C-2', 'C-3', 'C-4'),
    changedAt,
    endedAt: fc.constantFrom(
      '2026-11-18T09:00:00Z',
      '2026-11-18T10:00:00Z',
      '2026-11-17T23:30:00Z',
      '2026-10-25T00:30:00Z',
    ),
    owner: maybe(owner),
    contact: maybe(fc.constantFrom('orsini', 'brisa')),
    talkSeconds: maybe(fc.integer({ min: 0, max: 400 })),
    deleted: maybe(fc.boolean()),
  },
  { requiredKeys: ['type', 'externalId', 'changedAt', 'endedAt'] },
);

const meetingChange = fc.record(
  {
    type: fc.constant('meeting'),
    externalId: fc.constantFrom('M-1', 'M-2'),
    changedAt,
    owner: maybe(owner),
    createdBy: maybe(owner),
    contact: maybe(fc.constantFrom('orsini', 'brisa')),
    status: maybe(fc.constantFrom('booked', 'held', 'cancelled')),
    heldAt: maybe(fc.constantFrom('2026-11-18T08:00:00Z', '2026-11-18T10:00:00Z')),
    bookedAt: maybe(fc.constantFrom('2026-11-02T08:00:00Z')),
  },
  { requiredKeys: ['type', 'externalId', 'changedAt'] },
);

const leadChange = fc.record(
  {
    type: fc.constant('lead'),
    externalId: fc.constantFrom('L-1', 'L-2'),
    changedAt,
    owner: maybe(owner),
    status: maybe(fc.constantFrom('new', 'mql', 'sql', 'rejected')),
    createdAt: maybe(fc.constant('2026-11-01T12:00:00Z')),
  },
  { requiredKeys: ['type', 'externalId', 'changedAt'] },
);

const accountChange = fc.record(
  {
    type: fc.constant('account'),
    externalId: account,
    changedAt,
    owner: maybe(owner),
    parent: maybe(fc.option(fc.constantFrom('orsini', 'brisa'))),
    deleted: maybe(fc.boolean()),
  },
  { requiredKeys: ['type', 'externalId', 'changedAt'] },
);

const subscriptionChange = fc.record(
  {
    type: fc.constant('subscription'),
    externalId: fc.constantFrom('S-1', 'S-2', 'S-3'),
    changedAt,
    owner: maybe(owner),
    account: maybe(fc.option(account)),
    monthly: maybe(fc.option(fc.constantFrom('100.00', '250.50', '0.00'))),
    startsOn: maybe(fc.option(fc.constantFrom('2025-11-01', '2026-10-15', '2026-11-05'))),
    endsOn: maybe(fc.option(fc.constantFrom('2026-10-20', '2026-11-10', '2026-12-01'))),
    deleted: maybe(fc.boolean()),
  },
  { requiredKeys: ['type', 'externalId', 'changedAt'] },
);

/** What sources could say of a few records over a day: with gaps, contradictions and corrections. */
export const changes = fc.array(
  fc.oneof(
    dealChange,
    dealChange,
    callChange,
    meetingChange,
    leadChange,
    accountChange,
    subscriptionChange,
  ),
  {
    minLength: 1,
    maxLength: 30,
  },
);
