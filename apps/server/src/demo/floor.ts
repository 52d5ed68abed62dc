import type { CastMember } from './cast.js';
import { CAST } from './cast.js';
import type { HubspotDeal } from './hubspot-deal.js';
import { closeWon, editAmount, newDeal, reopen } from './hubspot-deal.js';
import { inventCall, inventEmail, inventLead, inventMeeting } from './invent.js';
import type { SignedPosting } from './post-signed.js';
import { postHubspot, postRecords } from './post-signed.js';
import type { Random } from './random.js';

/** On average one thing happens in this time. */
const PACE_MS = 1_400;
/** The first win comes soon: who opens the wall wants to hear the bell. */
const FIRST_WIN_MS = 12_000;
const WIN_EVERY_MS = 50_000;
const MOST_OPEN_DEALS = 50;

/** A sales floor that goes on by itself: real signed webhooks over HTTP, at a human pace. */
export class Floor {
  readonly #won: HubspotDeal[] = [];
  #nextWinAt: number;
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor(
    private readonly random: Random,
    private readonly posting: SignedPosting,
    private readonly onError: (error: unknown) => void,
  ) {
    this.#nextWinAt = Date.now() + FIRST_WIN_MS;
  }

  start(): void {
    if (this.#isStopped) return;
    const pause = Math.min(6_000, this.random.exponential(PACE_MS));
    this.#timer = setTimeout(() => {
      this.#happen()
        .catch(this.onError)
        .finally(() => this.start());
    }, pause);
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  async #happen(): Promise<void> {
    const now = Date.now();
    if (now >= this.#nextWinAt) return this.#win(now);
    if (this.random.happens(0.015)) return this.#correct(now);
    if (this.random.happens(0.006)) return this.#stranger(now);
    await postRecords(this.posting, [this.#activity(now)]);
  }

  #activity(now: number): object {
    const who = this.#somebody();
    const kind = this.random.next();
    if (kind < 0.5) return inventCall(this.random, who, now);
    if (kind < 0.78) return inventEmail(this.random, who, now);
    if (kind < 0.86) return inventMeeting(this.random, who, now, null);
    if (kind < 0.94) return inventMeeting(this.random, who, now - 3 * 86_400_000, now);
    return inventLead(this.random, who, now, this.random.happens(0.4) ? now : null);
  }

  async #win(now: number): Promise<void> {
    this.#nextWinAt = now + WIN_EVERY_MS * this.random.between(0.5, 1.6);
    const [deal, born] = newDeal(this.random, this.#somebody(), now);
    await postHubspot(this.posting, born);
    await postHubspot(this.posting, closeWon(this.random, deal, now));
    this.#won.push(deal);
    if (this.#won.length > MOST_OPEN_DEALS) this.#won.shift();
  }

  /** A deal is reopened, or its amount was wrong. */
  async #correct(now: number): Promise<void> {
    const deal = this.#won.splice(this.random.whole(0, this.#won.length - 1), 1)[0];
    if (!deal) return;
    const isReopened = this.random.happens(0.4);
    await postHubspot(
      this.posting,
      isReopened ? reopen(deal, now) : editAmount(this.random, deal, now),
    );
  }

  /** Somebody calls whom nobody has entered yet: parked until the desk says who it is. */
  async #stranger(now: number): Promise<void> {
    const who = { ...this.#somebody(), email: 't.newcomer@lark.example' };
    await postRecords(this.posting, [inventCall(this.random, who, now)]);
  }

  #somebody(): CastMember {
    const all = CAST.reduce((sum, { drive }) => sum + drive, 0);
    let left = this.random.between(0, all);
    for (const member of CAST) {
      left -= member.drive;
      if (left <= 0) return member;
    }
    return CAST[0] as CastMember;
  }
}
