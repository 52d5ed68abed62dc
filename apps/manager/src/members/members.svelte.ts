import type {
  InvitationBody,
  InvitationMade,
  MembersReply,
  PositionBody,
} from '@bellwether/contracts';
import { reasonOf, type Answer, type BellwetherApi } from '@bellwether/ui';

export type Member = MembersReply['members'][number];
export type Invited = MembersReply['invitations'][number];

/** Who signs in, and who was asked to. */
export class Members {
  members = $state.raw<readonly Member[]>([]);
  invitations = $state.raw<readonly Invited[]>([]);
  loaded = $state(false);
  trouble = $state<string | null>(null);

  constructor(private readonly api: BellwetherApi) {}

  async load(): Promise<void> {
    const answer = await this.api.members();
    if (answer.kind === 'done') {
      this.members = answer.body.members;
      this.invitations = answer.body.invitations;
      this.loaded = true;
      this.trouble = null;
    } else this.trouble = reasonOf(answer);
  }

  invite(body: InvitationBody): Promise<Answer<InvitationMade>> {
    return this.#andRead(this.api.invite(body));
  }

  withdraw(id: number): Promise<Answer<null>> {
    return this.#andRead(this.api.withdrawInvitation(id));
  }

  change(id: string, body: PositionBody): Promise<Answer<unknown>> {
    return this.#andRead(this.api.changeMember(id, body));
  }

  remove(id: string): Promise<Answer<null>> {
    return this.#andRead(this.api.removeMember(id));
  }

  async #andRead<Body>(asking: Promise<Answer<Body>>): Promise<Answer<Body>> {
    const answer = await asking;
    if (answer.kind === 'done') await this.load();
    return answer;
  }
}
