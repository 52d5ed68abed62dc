import type { ProposalsReply, Unit } from '@bellwether/contracts';
import { formatScore } from '@bellwether/ui';

type Proposal = ProposalsReply['proposals'][number];

const SPANS = {
  day: { one: 'day', many: 'days' },
  week: { one: 'week', many: 'weeks' },
  month: { one: 'month', many: 'months' },
  quarter: { one: 'quarter', many: 'quarters' },
} as const satisfies Record<Proposal['period'], object>;

/** What history proposes for a target: `1 in 5 of your people’s days reached 38`; null where there is too little. */
export function proposalText(proposal: Proposal, unit: Unit, locale: string): string | null {
  const { target, period, samples } = proposal;
  if (target === null || target <= 0 || samples < 5) return null;
  const of = proposal.people === 1 ? 'their' : 'your people’s';
  return `1 in 5 of ${of} ${SPANS[period].many} reached ${formatScore(unit, target, locale)}`;
}
