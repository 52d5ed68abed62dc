import type {
  RotationBody,
  RotationReply,
  SourceBody,
  SourceChange,
  SourceMade,
  SourcesReply,
} from '@bellwether/contracts';
import { reasonOf, type Answer, type BellwetherApi } from '@bellwether/ui';

export type Source = SourcesReply['sources'][number];

/** Where deliveries may come from. */
export class Sources {
  sources = $state.raw<readonly Source[]>([]);
  loaded = $state(false);
  trouble = $state<string | null>(null);
  /** Those that used to send and do not, or do not get through. */
  readonly alarming = $derived(
    this.sources.filter(({ state }) => state === 'silent' || state === 'failing'),
  );

  constructor(private readonly api: BellwetherApi) {}

  async load(): Promise<void> {
    const answer = await this.api.sources();
    if (answer.kind === 'done') {
      this.sources = answer.body.sources;
      this.loaded = true;
      this.trouble = null;
    } else this.trouble = reasonOf(answer);
  }

  async add(body: SourceBody): Promise<Answer<SourceMade>> {
    const answer = await this.api.addSource(body);
    if (answer.kind === 'done') await this.load();
    return answer;
  }

  /** From now on this secret alone is valid. */
  async replaceSecret(id: number, secret: string): Promise<Answer<unknown>> {
    const added = await this.api.changeSource(id, { addSecret: secret });
    return added.kind === 'done' ? this.change(id, { endRotation: true }) : added;
  }

  async change(id: number, change: SourceChange): Promise<Answer<unknown>> {
    const answer = await this.api.changeSource(id, change);
    if (answer.kind === 'done') await this.load();
    return answer;
  }

  async rotate(id: number, body: RotationBody): Promise<Answer<RotationReply>> {
    const answer = await this.api.rotateSecret(id, body);
    if (answer.kind === 'done') await this.load();
    return answer;
  }

  async endRotation(id: number): Promise<Answer<unknown>> {
    const answer = await this.api.endRotation(id);
    if (answer.kind === 'done') await this.load();
    return answer;
  }
}
