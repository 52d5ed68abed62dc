import type { ScorecardPeopleReply } from '@bellwether/contracts';
import {
  folded,
  reasonOf,
  type Answer,
  type BellwetherApi,
  type ScorecardPeoplePage,
} from '@bellwether/ui';

export type PeopleOrder = NonNullable<ScorecardPeoplePage['order']>;

/** So many people are one page. */
export const PEOPLE_PAGE = 20;
/** As many as are read at once to be searched. */
const MOST = 200;
/** Whoever types is not answered after each letter. */
const AFTER_MS = 250;

/** A page of a scorecard's people with their scores, searched and in the order that was asked for. */
export class CardPeople {
  reply = $state.raw<ScorecardPeopleReply | null>(null);
  trouble = $state<string | null>(null);
  isReading = $state(false);
  order = $state<PeopleOrder>('name');
  find = $state('');
  offset = $state(0);
  #round = 0;
  #later: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly api: Pick<BellwetherApi, 'scorecardPeople'>,
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
    clearTimeout(this.#later);
    this.#later = setTimeout(() => void this.read(), AFTER_MS);
  }

  turnTo(offset: number): void {
    this.offset = Math.max(0, offset);
    void this.read();
  }

  /** What an earlier question still brings is dropped. */
  async read(): Promise<void> {
    clearTimeout(this.#later);
    this.#round += 1;
    const round = this.#round;
    this.isReading = true;
    const isCurrent = () => round === this.#round;
    const answer = await (this.find.trim() === ''
      ? this.#page(this.offset, PEOPLE_PAGE)
      : this.#found(isCurrent));
    if (!isCurrent()) return;
    this.isReading = false;
    this.trouble = answer.kind === 'done' ? null : reasonOf(answer);
    if (answer.kind === 'done') this.reply = answer.body;
  }

  close(): void {
    this.#round += 1;
    clearTimeout(this.#later);
  }

  #page(offset: number, limit: number): Promise<Answer<ScorecardPeopleReply>> {
    return this.api.scorecardPeople(this.scorecardId, { offset, limit, order: this.order });
  }

  /** The page of those in whose name or job title every word occurs. */
  async #found(isCurrent: () => boolean): Promise<Answer<ScorecardPeopleReply>> {
    const words = folded(this.find).split(/\s+/).filter(Boolean);
    const found: ScorecardPeopleReply['people'] = [];
    for (let offset = 0; ; offset += MOST) {
      const answer = await this.#page(offset, MOST);
      if (answer.kind !== 'done') return answer;
      const { people, total } = answer.body;
      found.push(
        ...people.filter(({ person: { name, jobTitle } }) => {
          const all = folded(`${name} ${jobTitle ?? ''}`);
          return words.every((word) => all.includes(word));
        }),
      );
      if (offset + MOST < total && people.length > 0 && isCurrent()) continue;
      const page = found.slice(this.offset, this.offset + PEOPLE_PAGE);
      return { ...answer, body: { ...answer.body, total: found.length, people: page } };
    }
  }
}
