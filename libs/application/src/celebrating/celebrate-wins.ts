import type { OrganisationId, PersonId, Win } from '@bellwether/domain';
import { DEALS_WON, REVENUE_WON, minorDigitsOf, parseMinorUnits } from '@bellwether/domain';
import type { ViewBoard } from '../boards/view-board.js';
import type { CelebrationNotice, Celebrations, PendingCelebration } from '../ports/celebrations.js';
import type { Directories, Directory } from '../ports/directories.js';
import type { Signals } from '../ports/signals.js';

const BOARD = `${REVENUE_WON}.month.reps`;
const DEALS = `${DEALS_WON}.month.reps`;

/** Places on the month's board before a batch, by person. */
export type PlacesBefore = ReadonlyMap<PersonId, number | null>;

/** Tells the screens of wins, with what each did to the month's board. */
export class CelebrateWins {
  constructor(
    private readonly celebrations: Celebrations,
    private readonly viewBoard: ViewBoard,
    private readonly directories: Directories,
    private readonly signals: Signals,
  ) {}

  /** To be asked before the boards move. */
  async placesBefore(organisationId: OrganisationId, wins: readonly Win[]): Promise<PlacesBefore> {
    const places = new Map<PersonId, number | null>();
    for (const { personId } of wins) {
      const line = await this.#line(organisationId, BOARD, personId);
      places.set(personId, line?.rank ?? null);
    }
    return places;
  }

  /**
   * To be called when the boards have moved; also shows what an earlier run died before showing.
   * Leaves the rest to the next run when `stopping`.
   */
  async execute(
    organisationId: OrganisationId,
    before: PlacesBefore,
    stopping?: AbortSignal,
  ): Promise<void> {
    const pending = await this.celebrations.pending(organisationId);
    if (pending.length === 0) return;
    const directory = await this.directories.read(organisationId);
    for (const celebration of pending) {
      if (stopping?.aborted) return;
      const notice = await this.#notice(organisationId, celebration, directory, before);
      if (notice && (await this.celebrations.show(organisationId, celebration.id, notice))) {
        await this.signals.send({ kind: 'celebrate', organisationId, celebration: notice });
      }
    }
  }

  async #notice(
    organisationId: OrganisationId,
    { id, win, arrivedAt }: PendingCelebration,
    directory: Directory,
    before: PlacesBefore,
  ): Promise<CelebrationNotice | undefined> {
    const person = directory.people.get(win.personId);
    const deal = await this.celebrations.dealOf(organisationId, win.recordId);
    if (!person || !deal) return undefined;
    const { currency } = directory.organisation;
    const team = directory.teamOn(win.personId, win.date);
    return {
      id: String(id),
      kind: 'deal-won',
      person: {
        id: person.id,
        name: person.name,
        shortName: person.shortName,
        photoUrl: person.photoUrl,
        team: (team !== undefined && directory.teams.get(team)) || null,
      },
      amount: deal.amount === null ? null : (parseMinorUnits(deal.amount, currency) ?? null),
      currency,
      minorDigits: minorDigitsOf(currency),
      deal: deal.name,
      account: deal.account,
      standing: await this.#standing(
        organisationId,
        win.personId,
        before.get(win.personId) ?? null,
      ),
      happenedAt: win.at,
      arrivedAt,
    };
  }

  async #standing(
    organisationId: OrganisationId,
    personId: PersonId,
    rankBefore: number | null,
  ): Promise<CelebrationNotice['standing']> {
    const view = await this.#view(organisationId, BOARD, personId);
    const line = view?.lines.find(({ id }) => id === personId);
    if (!view || !line) return null;
    const top = await this.viewBoard.execute(organisationId, BOARD, {
      kind: 'top',
      from: 0,
      to: 0,
    });
    const leader = top?.lines[0];
    const deals = await this.#line(organisationId, DEALS, personId);
    return {
      boardTitle: view.metric.title,
      periodLabel: view.periodLabel,
      rankBefore,
      rankAfter: line.rank,
      toTheBell: leader && leader.score > line.score ? leader.score - line.score : null,
      dealsThisPeriod: deals?.score ?? 0,
    };
  }

  async #line(organisationId: OrganisationId, boardId: string, personId: PersonId) {
    const view = await this.#view(organisationId, boardId, personId);
    return view?.lines.find(({ id }) => id === personId);
  }

  #view(organisationId: OrganisationId, boardId: string, member: PersonId) {
    return this.viewBoard.execute(organisationId, boardId, { kind: 'around', member, span: 0 });
  }
}
