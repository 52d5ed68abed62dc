import type { Instant, OrganisationId } from '@bellwether/domain';
import type { KeepBoards, Projected } from '../boards/keep-boards.js';
import type { CelebrateWins } from '../celebrating/celebrate-wins.js';
import type { Clock } from '../ports/clock.js';
import type { Pause } from '../ports/pause.js';
import type { Signals } from '../ports/signals.js';
import { restAfter } from './rest-after.js';
import type { ScoreOrganisation, Scored } from './score-organisation.js';
import { WHOLE_BATCH } from './score-organisation.js';

/** Hears of every batch, for the figures. */
export type OnScored = (organisationId: OrganisationId, scored: Scored) => void;

/**
 * Scores all that waits in an organisation and tells the boards and the screens. The boards hear of
 * one batch while the next is awaited and scored.
 */
export class WorkOffOrganisation {
  constructor(
    private readonly score: ScoreOrganisation,
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
      const [scored, told] = await Promise.allSettled([
        this.score.execute(organisationId),
        telling,
      ]);
      if (scored.status === 'rejected') throw scored.reason;
      if (told.status === 'rejected') throw told.reason;
      if (scored.value === 'idle') break;
      this.onScored(organisationId, scored.value);
      telling = this.#tell(organisationId, scored.value, stopping);
      if (stopping?.aborted) {
        await telling;
        return 'interrupted';
      }
      // Should it fail, that is heard after the rest.
      telling.catch(() => undefined);
      const { deliveries } = scored.value;
      await this.pause(restAfter(deliveries, WHOLE_BATCH, this.steadyClock.now() - begun));
    }
    if (telling === undefined) await this.#tellRest(organisationId);
    return stopping?.aborted ? 'interrupted' : 'worked-off';
  }

  async #tell(
    organisationId: OrganisationId,
    scored: Scored,
    stopping: AbortSignal | undefined,
  ): Promise<void> {
    const wins = scored.celebrations.map(({ win }) => win);
    const before = await this.celebrate.placesBefore(organisationId, wins);
    const projected = await this.boards.project(organisationId, scored);
    await this.#tellOfBoards(organisationId, projected, scored.oldestArrivedAt);
    for (const id of scored.takenBackCelebrations) {
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
