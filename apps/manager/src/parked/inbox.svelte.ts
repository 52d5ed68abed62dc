import type { IdentityBody, PersonBody } from '@bellwether/contracts';
import { reasonOf, type Answer, type BellwetherApi } from '@bellwether/ui';
import { typeOfPile, type ParkedItem, type ParkedPile } from './describe-parked.js';

/** The API gives this many at once; more of one pile nobody reads. */
const MOST = 200;

/** What could not be counted yet, in piles of one cause. */
export class Inbox {
  items = $state.raw<readonly ParkedItem[]>([]);
  piles = $state.raw<readonly ParkedPile[]>([]);
  loaded = $state(false);
  trouble = $state<string | null>(null);
  /** What somebody has set aside; null as long as nobody asks for it. */
  aside = $state.raw<readonly ParkedPile[] | null>(null);
  /** Piles that are dealt with together, by their names. */
  chosen = $state.raw<ReadonlySet<string>>(new Set());
  readonly chosenPiles = $derived(this.piles.filter((pile) => this.chosen.has(nameOfPile(pile))));
  readonly total = $derived(this.piles.reduce((sum, { items }) => sum + items, 0));
  #round = 0;

  constructor(private readonly api: BellwetherApi) {}

  async load(): Promise<void> {
    this.#round += 1;
    const round = this.#round;
    const answer = await this.api.parked({ limit: MOST });
    if (round !== this.#round) return;
    if (answer.kind === 'done') {
      this.items = answer.body.items;
      this.piles = answer.body.counts;
      this.loaded = true;
      this.trouble = null;
    } else this.trouble = reasonOf(answer);
  }

  choose(pile: ParkedPile, isChosen: boolean): void {
    const chosen = new Set(this.chosen);
    if (isChosen) chosen.add(nameOfPile(pile));
    else chosen.delete(nameOfPile(pile));
    this.chosen = chosen;
  }

  chooseNone(): void {
    this.chosen = new Set();
  }

  async loadAside(): Promise<void> {
    const answer = await this.api.parked({ ignored: true, limit: 1 });
    if (answer.kind === 'done') this.aside = answer.body.counts;
    else this.trouble = reasonOf(answer);
  }

  /** It is not to count. Of a person, neither is what is still to come. */
  async ignore({ kind, subject }: ParkedPile): Promise<Answer<unknown>> {
    const answer = await this.api.ignoreParked({ kind, subject });
    if (answer.kind === 'done' && this.aside) await this.loadAside();
    return answer;
  }

  /** It waits again. */
  async notice({ kind, subject }: ParkedPile): Promise<Answer<unknown>> {
    const answer = await this.api.noticeParked({ kind, subject });
    if (answer.kind === 'done') await Promise.all([this.loadAside(), this.load()]);
    return answer;
  }

  /** Its cause is mended: the pile is on its way to the boards. */
  drop(pile: ParkedPile): void {
    const isOther = ({ kind, subject }: ParkedPile | ParkedItem) =>
      kind !== pile.kind || subject !== pile.subject;
    this.piles = this.piles.filter(isOther);
    this.items = this.items.filter(isOther);
  }

  itemsOf({ kind, subject }: Pick<ParkedPile, 'kind' | 'subject'>): readonly ParkedItem[] {
    return this.items.filter((item) => item.kind === kind && item.subject === subject);
  }

  typeOf(pile: ParkedPile): string | null {
    return typeOfPile(this.itemsOf(pile));
  }

  /** The items of one pile, also when the first page of all did not hold them. */
  read({ kind, subject }: Pick<ParkedPile, 'kind' | 'subject'>) {
    // An empty subject cannot be asked for; the kinds without one have a single pile.
    return this.api.parked({ kind, limit: MOST, ...(subject === '' ? {} : { subject }) });
  }

  assign(personId: number, identity: IdentityBody): Promise<Answer<unknown>> {
    return this.api.addIdentity(personId, identity);
  }

  create(body: PersonBody): Promise<Answer<{ readonly id: number }>> {
    return this.api.addPerson(body);
  }

  retry({ kind, subject }: Pick<ParkedPile, 'kind' | 'subject'>) {
    return this.api.replayParked({ kind, ...(subject === '' ? {} : { subject }) });
  }
}

export function nameOfPile({ kind, subject }: Pick<ParkedPile, 'kind' | 'subject'>): string {
  return `${kind} ${subject}`;
}
