import { z } from 'zod';

/** What HubSpot's own names mean here. Portals add their own. */
export const HubspotSettings = z.object({
  /** Deal stage → what it means. HubSpot's own stages are known. */
  stages: z.record(z.string(), z.enum(['open', 'won', 'lost'])).default({}),
  /** Call dispositions that mean somebody was reached, besides HubSpot's "Connected". */
  conversationDispositions: z.array(z.string()).default([]),
});
export type HubspotSettings = z.infer<typeof HubspotSettings>;

const OWN_STAGES: HubspotSettings['stages'] = {
  appointmentscheduled: 'open',
  qualifiedtobuy: 'open',
  presentationscheduled: 'open',
  decisionmakerboughtin: 'open',
  contractsent: 'open',
  closedwon: 'won',
  closedlost: 'lost',
};

const CONNECTED = 'f240bbac-87c9-4f6e-bf70-924b57d47db7';

/** Undefined when nobody has said what the stage means: guessing would hide a win. */
export function meaningOfStage(
  stage: string,
  { stages }: HubspotSettings,
): 'open' | 'won' | 'lost' | undefined {
  return stages[stage] ?? OWN_STAGES[stage];
}

export function isConversation(
  disposition: string,
  { conversationDispositions }: HubspotSettings,
): boolean {
  return disposition === CONNECTED || conversationDispositions.includes(disposition);
}
