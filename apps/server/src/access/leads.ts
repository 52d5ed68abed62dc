import type { Grant } from '@bellwether/application';
import type { TeamId } from '@bellwether/domain';

/** Whether somebody answers for those in this team: a manager for their own teams, others for all. */
export function leads(grant: Grant, teamId: TeamId | undefined): boolean {
  if (grant.role !== 'manager') return true;
  return teamId !== undefined && grant.teamIds.includes(teamId);
}
