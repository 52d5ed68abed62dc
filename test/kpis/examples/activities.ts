import type { Example } from '../example.js';
import { at, many, told } from '../example.js';

const calls = (count: number, about: (number: number) => object) =>
  many(count, (number) => ({
    type: 'call',
    externalId: `call-${number}`,
    endedAt: at(1 + (number % 28)),
    contact: `contact ${number}`,
    ...about(number),
  }));

const held = (name: string, day: number, about: Readonly<Record<string, unknown>> = {}) =>
  told('meeting', name, at(day), { status: 'held', heldAt: at(day), ...about });

export const ACTIVITY_EXAMPLES: readonly Example[] = [
  {
    kpi: 'emails_sent',
    expected: 35,
    records: many(155, (number) => ({
      type: 'email',
      externalId: `mail-${number}`,
      sentAt: at(4),
      automated: number >= 35,
    })),
  },
  {
    kpi: 'cold_calls',
    expected: 60,
    records: calls(72, (number) => ({ direction: number < 60 ? 'outbound' : 'inbound' })),
  },
  {
    kpi: 'activity_volume',
    expected: 68,
    records: [
      ...calls(40, () => ({})),
      ...many(25, (number) => ({ type: 'email', externalId: `mail-${number}`, sentAt: at(4) })),
      ...many(3, (number) => held(`meeting-${number}`, 5)).flat(),
    ],
  },
  {
    kpi: 'activity_efficiency',
    expected: 8,
    records: [
      ...calls(400, (number) => ({ talkSeconds: number < 50 ? 180 : 20 })),
      ...held('no call', 6, { contact: 'Ms Okafor' }),
    ],
  },
  {
    kpi: 'talk_time',
    expected: 516,
    records: calls(3, (number) => ({ talkSeconds: [143, 242, 131][number] })),
  },
  {
    kpi: 'conversations',
    expected: 440,
    records: calls(666, (number) => ({
      talkSeconds: number < 440 ? 120 : number < 536 ? 90 : 0,
    })),
  },
  {
    kpi: 'vp_level_conversations',
    expected: 3,
    records: [
      ...calls(10, (number) => ({
        talkSeconds: 200,
        contactLevel: number < 2 ? 'vp' : 'manager',
      })),
      ...held('board', 6, { contact: 'Ms Okafor', contactLevel: 'c-level' }),
      ...held('lunch', 7, { contact: 'Mr Lind', contactLevel: 'staff' }),
    ],
  },
  {
    kpi: 'roi_discussions',
    expected: 3,
    records: [
      ...calls(3, (number) => ({
        endedAt: at(4, `1${number}:00`),
        tags: ['roi'],
        deal: number < 2 ? 'D-1' : 'D-2',
      })),
      ...held('review', 5, { tags: ['roi', 'demo'], deal: 'D-1' }),
    ],
  },
];
