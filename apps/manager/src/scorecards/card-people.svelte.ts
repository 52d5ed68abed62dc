import type { ScorecardPeopleReply } from '@bellwether/contracts';
import { reasonOf, type BellwetherApi, type ScorecardPeoplePage } from '@bellwether/ui';

export type PeopleOrder = NonNullable<ScorecardPeoplePage['order']>;

/** So many people are one page. */
export const PEOPLE_PAGE = 20;

/** A page of a scorecard's people with their scores, searched and in the order that was asked for. */
export class CardPeople {
  reply = $state.raw<ScorecardPeopleReply | null>(null);
  trouble = $state<string | null>(null);
  isReading = $state(false);
  order = $state<PeopleOrder>('name');
  find = $state('');
  offset = $state(0);
  #round = 0;

  constructor(
    private readonly api: BellwetherApi,
    readonly scorecardId: number,
  ) {}

  arrange(order: PeopleOrder): void {
    this.order = order;
    this.offset = 0;
    void this.read();
  }

  search(text: string): void {
    this.find = text;
    this.offset = 0;
    void this.read();
  }

  turnTo(offset: number): void {
    this.offset = Math.max(0, offset);
    void this.read();
  }

  /** What an earlier question still brings is dropped. */
  async read(): Promise<void> {
    this.#round += 1;
    const round = this.#round;
    this.isReading = true;
    const text = this.find.trim();
    const answer = await this.api.scorecardPeople(this.scorecardId, {
      offset: this.offset,
      limit: PEOPLE_PAGE,
      order: this.order,
      ...(text === '' ? {} : { find: text }),
    });
    if (round !== this.#round) return;
    this.isReading = false;
    if (answer.kind !== 'done') {
      this.trouble = reasonOf(answer);
      return;
    }
    this.trouble = null;
    this.reply = answer.body;
  }

  close(): void {
    this.#round += 1;
  }
}
