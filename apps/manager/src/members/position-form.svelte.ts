import type { MemberRole, PositionBody } from '@bellwether/contracts';

/** As what somebody is to belong here. */
export class PositionForm {
  role = $state<MemberRole>('viewer');
  /** The person's id, or '' for nobody. */
  person = $state('');
  teams = $state.raw<readonly number[]>([]);
  trouble = $state<string | null>(null);

  constructor(before?: {
    readonly role: MemberRole;
    readonly person: number | null;
    readonly teams: readonly number[];
  }) {
    if (!before) return;
    this.role = before.role;
    this.person = before.person === null ? '' : String(before.person);
    this.teams = before.teams;
  }

  toggleTeam(id: number): void {
    this.teams = this.teams.includes(id)
      ? this.teams.filter((team) => team !== id)
      : [...this.teams, id];
  }

  /** What is asked for; null while something is missing, which is said then. */
  body(): PositionBody | null {
    this.trouble =
      this.role === 'rep' && this.person === '' ? 'Choose whose numbers are theirs' : null;
    if (this.trouble !== null) return null;
    return {
      role: this.role,
      person: this.role === 'viewer' || this.person === '' ? null : Number(this.person),
      teams: this.role === 'manager' ? [...this.teams] : [],
    };
  }
}
