import type { MeasureDefinition } from '../../measures/measure.js';
import { builtIn } from '../built-in-metric.js';
import {
  REACHED,
  averageOf,
  callEnded,
  countUnit,
  counter,
  meetingHeld,
  one,
  owner,
  sumOf,
} from '../definition-parts.js';
import type { Kpi } from '../kpi.js';

const category = 'Activities and daily discipline';

export const ACTIVITY_KPIS: readonly Kpi[] = [
  {
    id: 'K008',
    key: 'emails_sent',
    name: 'E-mails sent',
    category: 'Lead generation and qualifying',
    meaning: 'How many e-mails somebody wrote.',
    formula: 'Number of e-mails sent by hand; what a sequence sends by itself is left out',
    counts: 'The day the e-mail was sent.',
    tells: 'growth',
    roles: ['SDR', 'ISR'],
    needs: ['e-mails'],
    example: '35 by hand and 120 by a sequence: 35.',
    metric: builtIn('emails'),
    measures: [],
  },
  {
    id: 'K009',
    key: 'cold_calls',
    name: 'Outbound calls',
    category: 'Lead generation and qualifying',
    meaning: 'How many calls somebody made.',
    formula: 'Number of outbound calls, answered or not',
    counts: 'The day the call ended.',
    tells: 'growth',
    roles: ['SDR', 'ISR'],
    needs: ['calls with their direction'],
    example: '60 calls out and 12 in: 60.',
    metric: sumOf('cold_calls', 'Outbound calls', countUnit('call', 'calls'), 'leading'),
    measures: [
      counter(
        'cold_calls',
        { one: 'outbound call', many: 'outbound calls' },
        { record: 'call', when: 'call.direction == "outbound"', dates: callEnded },
      ),
    ],
  },
  {
    id: 'K104',
    key: 'activity_volume',
    name: 'Activities',
    category,
    meaning: 'How much somebody did, whatever it was.',
    formula: 'Calls, e-mails and meetings held, added up',
    counts: 'The day of each of them.',
    tells: 'growth',
    roles: ['SDR', 'ISR', 'AE'],
    needs: ['calls, e-mails or meetings'],
    example: '40 calls, 25 e-mails and 3 meetings: 68.',
    metric: sumOf('activity_volume', 'Activities', countUnit('activity', 'activities'), 'leading', {
      calls: 1,
      emails: 1,
      meetings_held: 1,
    }),
    measures: [],
  },
  {
    id: 'K105',
    key: 'activity_efficiency',
    name: 'Calls per conversation',
    category,
    meaning: 'How often somebody dials until somebody talks.',
    formula:
      'Calls, divided by those in which somebody was reached; one a day with the same contact',
    counts: 'Both in the same period.',
    tells: 'performance',
    roles: ['SDR', 'ISR', 'manager'],
    needs: ['calls with their length or outcome'],
    example: '400 calls and 50 conversations: 8.',
    metric: averageOf('activity_efficiency', 'Calls per conversation', {
      unit: { kind: 'per' },
      timing: 'leading',
      direction: 'lower',
      total: { calls: 1 },
      count: { calls_reaching: 1_000 },
    }),
    measures: [reaching()],
  },
  {
    id: 'K106',
    key: 'talk_time',
    name: 'Talk time',
    category,
    meaning: 'For how long somebody talked on the phone.',
    formula: 'Seconds of talk, added up; ringing is left out',
    counts: 'The day the call ended.',
    tells: 'growth',
    roles: ['SDR', 'ISR'],
    needs: ['calls with their length'],
    example: '143, 242 and 131 seconds: 8 min 36 s.',
    metric: builtIn('talk_time'),
    measures: [],
  },
  {
    id: 'K107',
    key: 'conversations',
    name: 'Conversations',
    category,
    meaning: 'How often somebody was really reached.',
    formula:
      'Calls marked as a conversation or of two minutes and longer, and meetings held; one a day with the same contact',
    counts: 'The day of the call or meeting.',
    tells: 'growth',
    roles: ['SDR', 'ISR', 'AE'],
    needs: ['calls with their length or outcome', 'meetings with their status'],
    example: '536 calls answered, 440 of them two minutes or longer: 440.',
    metric: builtIn('conversations'),
    measures: [],
  },
  {
    id: 'K108',
    key: 'vp_level_conversations',
    name: 'Conversations with leaders',
    category,
    meaning: 'How often somebody who decides was reached.',
    formula: 'Conversations with vice presidents and above; one a day with the same contact',
    counts: 'The day of the call or meeting.',
    tells: 'growth',
    roles: ['SDR', 'AE'],
    needs: ['calls and meetings with the level of the contact'],
    example: '12 conversations, 3 of them with vice presidents or above: 3.',
    metric: sumOf(
      'vp_level_conversations',
      'Conversations with leaders',
      countUnit('conversation', 'conversations'),
      'leading',
    ),
    measures: [vpLevel()],
  },
  {
    id: 'K109',
    key: 'roi_discussions',
    name: 'Talks about value',
    category,
    meaning: 'How often the return was talked about with a customer.',
    formula: 'Calls and meetings tagged “roi”; one a day for the same deal',
    counts: 'The day of the call or meeting.',
    tells: 'growth',
    roles: ['AE', 'SE'],
    needs: ['calls and meetings with their tags and deal'],
    example: '4 tagged, two of them on one deal and day: 3.',
    metric: sumOf('roi_discussions', 'Talks about value', countUnit('talk', 'talks'), 'leading'),
    measures: [roi()],
  },
];

/** Without meetings: whoever meets somebody has not dialled. */
function reaching(): MeasureDefinition {
  return {
    ...counter(
      'calls_reaching',
      { one: 'conversation', many: 'conversations' },
      { record: 'call', when: REACHED, dates: callEnded },
    ),
    distinctBy: 'contact',
  };
}

function vpLevel(): MeasureDefinition {
  const levels = '["vp", "c-level"]';
  return {
    key: 'vp_level_conversations',
    unit: 'count',
    words: { one: 'conversation with a leader', many: 'conversations with leaders' },
    distinctBy: 'contact',
    rules: [
      {
        record: 'call',
        when: `call.contactLevel in ${levels} && (${REACHED})`,
        credit: owner,
        dates: callEnded,
        amount: one,
      },
      {
        record: 'meeting',
        when: `meeting.status == "held" && meeting.contactLevel in ${levels}`,
        credit: owner,
        dates: meetingHeld,
        amount: one,
      },
    ],
  };
}

function roi(): MeasureDefinition {
  return {
    key: 'roi_discussions',
    unit: 'count',
    words: { one: 'talk about value', many: 'talks about value' },
    distinctBy: 'deal',
    rules: [
      {
        record: 'call',
        when: '"roi" in call.tags',
        credit: owner,
        dates: callEnded,
        amount: one,
      },
      {
        record: 'meeting',
        when: 'meeting.status == "held" && "roi" in meeting.tags',
        credit: owner,
        dates: meetingHeld,
        amount: one,
      },
    ],
  };
}
