import type { Instant, OrganisationId } from '@bellwether/domain';
import type { KeepBoards, Projected } from '../boards/keep-boards.js';
import type { CelebrateWins } from '../celebrating/celebrate-wins.js';
import type { Clock } from '../ports/clock.js';
import type { Pause } from '../ports/pause.js';
import type { Signals } from '../ports/signals.js';
import { restAfter } from './rest-after.js';
import type { RescoreOrganisation } from './rescore-organisation.js';
import type { Booking, ScoreOrganisation, Scored } from './score-organisation.js';
import { WHOLE_BATCH } from './score-organisation.js';

/** Hears of every batch, for the figures. */
export type OnScored = (organisationId: OrganisationId, scored: Scored) => void;

interface Step {
  readonly booking: Booking;
  /** Null when what had come before was counted anew. */
  readonly scored: Scored | null;
}

/**
 * Scores all that waits in an organisation and tells the boards and the screens. The boards hear of
 * one batch while the next is awaited and scored. When nothing waits, what has come before is counted
 * anew where somebody asked for that, a slice at a time: what is new never stands behind it.
 */
export class WorkOffOrganisation {
  constructor(
    private readonly score: ScoreOrganisation,
    private readonly rescore: RescoreOrganisation,
    private readonly boards: KeepBoards,
    private readonly celebrate: CelebrateWins,
    private readonly signals: Signals,
    private readonly onScored: OnScored,
    /** Never steps. */
    private readonly steadyClock: Clock,
    private readonly pause: Pause,
  ) {}

  /**
   * `interrupted` when `stopping` came: what was scored is on the boards, and the next run scores
   * what still waits and celebrates what still is to be celebrated.
   */
  async execute(
    organisationId: OrganisationId,
    stopping?: AbortSignal,
  ): Promise<'worked-off' | 'interrupted'> {
    let telling: Promise<void> | undefined;
    for (;;) {
      const begun = this.steadyClock.now();
      // Both are awaited, whatever fails: nothing may run on behind a job that is over.
      const [step, told] = await Promise.allSettled([this.#step(organisationId), telling]);
      if (step.status === 'rejected') throw step.reason;
      if (told.status === 'rejected') throw told.reason;
      if (step.value === 'idle') break;
      const { booking, scored } = step.value;
      if (scored) this.onScored(organisationId, scored);
      // While history is counted anew no moment is quiet: what an earlier run left is told first.
      const rest = scored || telling ? undefined : this.#tellRest(organisationId);
      telling = Promise.resolve(rest).then(() => this.#tell(organisationId, booking, stopping));
      if (stopping?.aborted) {
        await telling;
        return 'interrupted';
      }
      // Should it fail, that is heard after the rest.
      telling.catch(() => undefined);
      if (!scored) continue;
      await this.pause(restAfter(scored.deliveries, WHOLE_BATCH, this.steadyClock.now() - begun));
    }
    if (telling === undefined) await this.#tellRest(organisationId);
    return stopping?.aborted ? 'interrupted' : 'worked-off';
  }

  /** What is new comes first. */
  async #step(organisationId: OrganisationId): Promise<Step | 'idle'> {
    const scored = await this.score.execute(organisationId);
    if (scored !== 'idle') return { booking: scored, scored };
    const booking = await this.rescore.execute(organisationId);
    return booking === 'idle' ? 'idle' : { booking, scored: null };
  }

  async #tell(
    organisationId: OrganisationId,
    booking: Booking,
    stopping: AbortSignal | undefined,
  ): Promise<void> {
    const wins = booking.celebrations.map(({ win }) => win);
    const before = await this.celebrate.placesBefore(organisationId, wins);
    const projected = await this.boards.project(organisationId, booking);
    await this.#tellOfBoards(organisationId, projected, booking.oldestArrivedAt);
    for (const id of booking.takenBackCelebrations) {
      await this.signals.send({ kind: 'taken-back', organisationId, celebrationId: String(id) });
    }
    if (wins.length > 0) await this.celebrate.execute(organisationId, before, stopping);
  }

  /** What an earlier run scored and died before telling. */
  async #tellRest(organisationId: OrganisationId): Promise<void> {
    const projected = await this.boards.catchUp(organisationId);
    await this.#tellOfBoards(organisationId, projected, null);
    await this.celebrate.execute(organisationId, new Map());
  }

  async #tellOfBoards(
    organisationId: OrganisationId,
    { changed, emptied }: Projected,
    arrivedAt: Instant | null,
  ): Promise<void> {
    if (emptied) await this.signals.send({ kind: 'boards-renewed', organisationId });
    else if (changed.length > 0) {
      const boards = changed;
      await this.signals.send({ kind: 'boards-changed', organisationId, boards, arrivedAt });
    }
  }
}
