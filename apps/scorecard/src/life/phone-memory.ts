import type {
  BoardRow,
  BoardSnapshot,
  MetricsReply,
  Session,
  Watched,
} from '@bellwether/contracts';
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
const BOARD = `${ALL}board.`;

/** What a phone remembers: its key, and the last numbers, for a lift. Where storage is forbidden, nothing. */
export class PhoneMemory {
  constructor(private readonly storage: Storage | null) {}

  get key(): string | null {
    return this.#text(KEY);
  }

  set key(key: string) {
    this.#keep(KEY, key);
  }

  get phone(): KeptPhone | null {
    return this.#read<KeptPhone>(PHONE);
  }

  set phone(phone: KeptPhone) {
    this.#keep(PHONE, JSON.stringify(phone));
  }

  get person(): Person | null {
    return this.#read<Person>(PERSON);
  }

  set person(person: Person) {
    this.#keep(PERSON, JSON.stringify(person));
  }

  /** The period that was looked at last. */
  get period(): Period | null {
    const kept = this.#text(PERIOD);
    return isPeriod(kept) ? kept : null;
  }

  set period(period: Period) {
    this.#keep(PERIOD, period);
  }

  /** When the server was last heard, by its own clock. */
  get heardAt(): number | null {
    const kept = this.#text(HEARD);
    return kept === null || !Number.isFinite(Number(kept)) ? null : Number(kept);
  }

  set heardAt(instant: number) {
    this.#keep(HEARD, String(instant));
  }

  board(boardId: string): Watched<BoardSnapshot> | null {
    return this.#read<Watched<BoardSnapshot>>(BOARD + boardId);
  }

  keepBoard(boardId: string, board: Watched<BoardSnapshot>): void {
    this.#keep(BOARD + boardId, JSON.stringify(board));
  }

  /** The key opens nothing any more, or it is another person's: their numbers go with it. */
  forget(): void {
    try {
      const names = Object.keys(this.storage ?? {}).filter((name) => name.startsWith(ALL));
      for (const name of names) this.storage?.removeItem(name);
    } catch {
      // Nothing was kept where nothing can be removed.
    }
  }

  #read<Kept>(name: string): Kept | null {
    try {
      return JSON.parse(this.#text(name) ?? 'null') as Kept | null;
    } catch {
      return null;
    }
  }

  #text(name: string): string | null {
    try {
      return this.storage?.getItem(name) ?? null;
    } catch {
      return null;
    }
  }

  #keep(name: string, value: string): void {
    try {
      this.storage?.setItem(name, value);
    } catch {
      // Full or forbidden: the page works as long as there is a network.
    }
  }
}

/** The browser's storage, where there is one; asking for it may throw by itself. */
export function storageOfBrowser(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
