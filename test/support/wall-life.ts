import type { RenewScreenKey } from '@bellwether/application';
import type { OrganisationId } from '@bellwether/domain';
import type { PostgresAccessKeys } from '@bellwether/persistence';
import type { KeyMemory } from '../../apps/tv/src/life/wall-keys.js';
import { WallKeys } from '../../apps/tv/src/life/wall-keys.js';

/** Browsers write what a page keeps to the disk this much later, at the latest. */
const ON_DISK_AFTER_MS = 60_000;

interface Kept {
  readonly key: string | null;
  readonly replaced: readonly string[];
}

const NOTHING: Kept = { key: null, replaced: [] };

/** A wall with its keys as the page handles them, on a disk that is behind, and power that may go. */
export class WallLife {
  #kept = NOTHING;
  #disk: { readonly at: number; readonly kept: Kept }[] = [];
  #keys: WallKeys;

  constructor(
    private readonly server: {
      readonly organisationId: OrganisationId;
      readonly access: PostgresAccessKeys;
      readonly renewals: RenewScreenKey;
    },
    private readonly now: () => number,
    /** What the kiosk opens, every time. */
    private readonly address: string | null,
    paired: string | null,
  ) {
    this.#keys = this.#open();
    if (paired !== null) this.#keys.take(paired);
  }

  get key(): string | null {
    return this.#keys.current;
  }

  /** Whether the server takes one of its keys; it is hung up on within the same minutes otherwise. */
  async comesIn(): Promise<boolean> {
    while (this.#keys.current !== null) {
      this.server.access.forget();
      const caller = await this.server.access.callerOf(this.#keys.current);
      if (caller?.grant.role === 'screen') {
        this.#keys.accepted(caller.grant.screenId);
        this.#write();
        return true;
      }
      if (this.#keys.refused() === null) return false;
    }
    return false;
  }

  /** Asks for a key, and gets as far as `until`. */
  async renews(until: 'answer is lost' | 'kept' | 'used'): Promise<void> {
    if (this.#keys.current === null || !this.#keys.canKeep) return;
    const { organisationId, access, renewals } = this.server;
    access.forget();
    if (!(await access.callerOf(this.#keys.current))) return;
    const next = await renewals.execute(organisationId, this.#keys.current);
    if (next === null || until === 'answer is lost') return;
    this.#keys.adopt(next);
    this.#write();
    if (until === 'used') await this.comesIn();
  }

  /** Starts again with what had reached the disk. */
  loseThePower(): void {
    const then = this.now() - ON_DISK_AFTER_MS;
    const reached = this.#disk.findLast(({ at }) => at <= then) ?? this.#disk[0];
    this.#kept = reached?.kept ?? NOTHING;
    this.#keys = this.#open();
  }

  #open(): WallKeys {
    return new WallKeys(this.#memory(), this.address, () => undefined);
  }

  #memory(): KeyMemory {
    const keep = (kept: Partial<Kept>) => (this.#kept = { ...this.#kept, ...kept });
    const kept = () => this.#kept;
    return {
      get key() {
        return kept().key;
      },
      set key(key) {
        keep({ key });
      },
      get replaced() {
        return kept().replaced;
      },
      set replaced(replaced) {
        keep({ replaced });
      },
      screen: null,
      keepScreenFor: () => undefined,
      forget: () => keep(NOTHING),
    };
  }

  #write(): void {
    this.#disk = [...this.#disk.slice(-20), { at: this.now(), kept: this.#kept }];
  }
}
