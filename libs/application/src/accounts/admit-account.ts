import type { OrganisationId } from '@bellwether/domain';
import type { Clock } from '../ports/clock.js';
import type { Invitations } from '../ports/invitations.js';
import type { Members, Position } from '../ports/members.js';

/** Somebody whom an identity provider vouches for. */
export interface Vouched {
  readonly email: string;
  /** Whether the provider has seen that they read mail there. */
  readonly isProven: boolean;
}

interface Place {
  readonly organisationId: OrganisationId;
  readonly position: Position;
  readonly invitationId: number | null;
}

/**
 * Lets people in whom an identity provider vouches for: members, those who were invited, and those
 * whose address is in a domain of the house. Whoever is new becomes the person with that address, or
 * looks on.
 */
export class AdmitAccount {
  constructor(
    private readonly members: Members,
    private readonly invitations: Invitations,
    /** In small letters. */
    private readonly domains: readonly string[],
    private readonly clock: Clock,
  ) {}

  /** Whether an account may be made for them. */
  async mayJoin(vouched: Vouched): Promise<boolean> {
    return (await this.#placeOf(vouched)) !== undefined;
  }

  /** Before they are signed in: gives a place to whom has none. False when there is none to give. */
  async execute(userId: string, vouched: Vouched): Promise<boolean> {
    const member = await this.members.of(userId);
    if (member) return member.isHere;
    const place = await this.#placeOf(vouched);
    if (!place) return false;
    const { organisationId, position, invitationId } = place;
    if ((await this.members.add(organisationId, userId, position)) !== 'added') return false;
    if (invitationId !== null) await this.invitations.use(organisationId, invitationId);
    return true;
  }

  async #placeOf({ email, isProven }: Vouched): Promise<Place | undefined> {
    // An address that nobody has proven could be anybody's.
    if (!isProven) return undefined;
    const address = email.toLowerCase();
    const invitation = await this.invitations.toEmail(address, this.clock.now());
    if (invitation) {
      const { organisationId, position, id } = invitation;
      return { organisationId, position, invitationId: id };
    }
    if (!this.domains.includes(address.split('@').at(-1) ?? '')) return undefined;
    const organisationId = await this.members.onlyOrganisation();
    if (organisationId === undefined) return undefined;
    const person = await this.members.personOf(organisationId, address);
    if (person === 'left') return undefined;
    const personId = person ?? null;
    const role = personId === null ? 'viewer' : 'rep';
    return { organisationId, position: { role, personId, teamIds: [] }, invitationId: null };
  }
}
