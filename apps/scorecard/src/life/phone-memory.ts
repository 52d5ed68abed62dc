import type {
  BoardRow,
  BoardSnapshot,
  MetricsReply,
  PersonScorecard,
  Session,
  Watched,
} from '@bellwether/contracts';
import { KeptStorage } from '@bellwether/ui';
import { isPeriod, type Period } from '../score/periods.js';

/** Who the phone's person is, as the boards name them. */
export type Person = Pick<BoardRow, 'id' | 'name' | 'photoUrl' | 'team'>;

/** What a phone has to know to show itself before the server answers. */
export interface KeptPhone {
  readonly session: Session;
  readonly metrics: MetricsReply['metrics'];
}

const ALL = 'bellwether.phone.';
const KEY = `${ALL}key`;
const PHONE = `${ALL}whose`;
const PERSON = `${ALL}person`;
const PERIOD = `${ALL}period`;
const HEARD = `${ALL}heard`;
const CARD = `${ALL}scorecard`;
const BOARD = `${ALL}board.`;

/** What a phone remembers: its key, and the last numbers, for a lift. Where storage is forbidden, nothing. */
export class PhoneMemory {
  readonly #kept: KeptStorage;

  constructor(storage: Storage | null) {
    this.#kept = new KeptStorage(storage);
  }

  get key(): string | null {
    return this.#kept.text(KEY);
  }

  set key(key: string) {
    this.#kept.keepText(KEY, key);
  }

  get phone(): KeptPhone | null {
    return this.#kept.read<KeptPhone>(PHONE);
  }

  set phone(phone: KeptPhone) {
    this.#kept.keep(PHONE, phone);
  }

  get person(): Person | null {
    return this.#kept.read<Person>(PERSON);
  }

  set person(person: Person) {
    this.#kept.keep(PERSON, person);
  }

  /** The period that was looked at last. */
  get period(): Period | null {
    const kept = this.#kept.text(PERIOD);
    return isPeriod(kept) ? kept : null;
  }

  set period(period: Period) {
    this.#kept.keepText(PERIOD, period);
  }

  /** When the server was last heard, by its own clock. */
  get heardAt(): number | null {
    return this.#kept.number(HEARD);
  }

  set heardAt(instant: number) {
    this.#kept.keep(HEARD, instant);
  }

  /** As it was last read, also when there was none; null before it ever was. */
  get scorecard(): PersonScorecard | null {
    return this.#kept.read<PersonScorecard>(CARD);
  }

  set scorecard(scorecard: PersonScorecard) {
    this.#kept.keep(CARD, scorecard);
  }

  board(boardId: string): Watched<BoardSnapshot> | null {
    return this.#kept.read<Watched<BoardSnapshot>>(BOARD + boardId);
  }

  keepBoard(boardId: string, board: Watched<BoardSnapshot>): void {
    this.#kept.keep(BOARD + boardId, board);
  }

  /** The key opens nothing any more, or it is another person's: their numbers go with it. */
  forget(): void {
    this.#kept.forget(ALL);
  }
}
