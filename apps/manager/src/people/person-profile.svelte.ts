import type { IdentityBody, ProfileBody, ProfileReply } from '@bellwether/contracts';
import { reasonOf, type Answer, type BellwetherApi } from '@bellwether/ui';
import type { People } from './people.svelte.js';

export type Identity = ProfileReply['identities'][number];

/** Somebody, as the directory tells of them, and what can be changed about them. */
export class PersonProfile {
  told = $state.raw<ProfileReply | null>(null);
  trouble = $state<string | null>(null);
  readonly name = $derived.by(() => this.told?.name ?? this.before);

  constructor(
    private readonly api: BellwetherApi,
    private readonly people: People,
    readonly id: number,
    /** What they are called until more is known. */
    private readonly before: string,
  ) {}

  async load(): Promise<void> {
    const answer = await this.api.profile(this.id);
    if (answer.kind === 'done') {
      this.told = answer.body;
      this.trouble = null;
    } else this.trouble = reasonOf(answer);
  }

  save(change: ProfileBody): Promise<Answer<unknown>> {
    return this.#then(this.api.changeProfile(this.id, change));
  }

  setPhoto(photo: Blob | null): Promise<Answer<unknown>> {
    return this.#then(this.api.setPhoto(this.id, photo));
  }

  addIdentity(identity: IdentityBody): Promise<Answer<unknown>> {
    return this.#then(this.api.addIdentity(this.id, identity));
  }

  removeIdentity(identity: Identity): Promise<Answer<unknown>> {
    return this.#then(this.api.removeIdentity(this.id, identity));
  }

  letGo(leftOn: string): Promise<Answer<unknown>> {
    return this.#then(this.api.letGo(this.id, leftOn));
  }

  letBack(): Promise<Answer<unknown>> {
    return this.#then(this.api.letBack(this.id));
  }

  erase(name: string): Promise<Answer<unknown>> {
    return this.#then(this.api.erase(this.id, name));
  }

  async #then(asked: Promise<Answer<unknown>>): Promise<Answer<unknown>> {
    const answer = await asked;
    if (answer.kind === 'done') await Promise.all([this.load(), this.people.load()]);
    return answer;
  }
}
