import type { BusinessDate, OrganisationId, PersonId, Win } from '@bellwether/domain';
import { DEALS_WON, REVENUE_WON, inOwnMinorUnits, minorDigitsOf } from '@bellwether/domain';
import type { BoardLine } from '../boards/board-view.js';
import type { ViewBoard } from '../boards/view-board.js';
import type {
  CelebrationNotice,
  Celebrations,
  PendingCelebration,
  WonDeal,
} from '../ports/celebrations.js';
import type { Directories, Directory, Person } from '../ports/directories.js';
import type { Signals } from '../ports/signals.js';

const BOARD = `${REVENUE_WON}.month.reps`;
const DEALS = `${DEALS_WON}.month.reps`;

/** How many are shown in one go; between two of them the run can be ended. */
const AT_ONCE = 100;

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
    return this.#ofEach(
      wins.map(({ personId }) => personId),
      async (personId) => (await this.#line(organisationId, BOARD, personId))?.rank ?? null,
    );
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
    for (let at = 0; at < pending.length && !stopping?.aborted; at += AT_ONCE) {
      const some = pending.slice(at, at + AT_ONCE);
      const notices = await this.#notices(organisationId, some, directory, before);
      const shown = await this.celebrations.show(organisationId, notices);
      for (const celebration of notices) {
        if (!shown.has(celebration.id)) continue;
        await this.signals.send({ kind: 'celebrate', organisationId, celebration });
      }
    }
  }

  async #notices(
    organisationId: OrganisationId,
    pending: readonly PendingCelebration[],
    directory: Directory,
    before: PlacesBefore,
  ): Promise<readonly CelebrationNotice[]> {
    const deals = await this.celebrations.deals(
      organisationId,
      pending.map(({ win }) => win.recordId),
    );
    const leader = await this.#leader(organisationId);
    const standings = await this.#ofEach(
      pending.map(({ win }) => win.personId),
      (personId) => this.#standing(organisationId, personId, before.get(personId) ?? null, leader),
    );
    return pending.flatMap((celebration) => {
      const { personId, recordId } = celebration.win;
      const person = directory.people.get(personId);
      const deal = deals.get(recordId);
      if (!person || !deal) return [];
      return [noticeOf(celebration, person, deal, standings.get(personId) ?? null, directory)];
    });
  }

  async #standing(
    organisationId: OrganisationId,
    personId: PersonId,
    rankBefore: number | null,
    leader: BoardLine | undefined,
  ): Promise<CelebrationNotice['standing']> {
    const view = await this.#view(organisationId, BOARD, personId);
    const line = view?.lines.find(({ id }) => id === personId);
    if (!view || !line) return null;
    const deals = await this.#line(organisationId, DEALS, personId);
    const ahead = (leader?.score ?? 0) - (line.score ?? 0);
    return {
      boardTitle: view.metric.title,
      periodLabel: view.periodLabel,
      rankBefore,
      rankAfter: line.rank,
      toTheBell: ahead > 0 ? ahead : null,
      dealsThisPeriod: deals?.score ?? 0,
    };
  }

  async #leader(organisationId: OrganisationId) {
    const top = { kind: 'top', from: 0, to: 0 } as const;
    return (await this.viewBoard.execute(organisationId, BOARD, top))?.lines[0];
  }

  async #line(organisationId: OrganisationId, boardId: string, personId: PersonId) {
    const view = await this.#view(organisationId, boardId, personId);
    return view?.lines.find(({ id }) => id === personId);
  }

  #view(organisationId: OrganisationId, boardId: string, member: PersonId) {
    return this.viewBoard.execute(organisationId, boardId, { kind: 'around', member, span: 0 });
  }

  /** Asked once for each person, however many deals they won. */
  async #ofEach<Answer>(
    people: readonly PersonId[],
    ask: (personId: PersonId) => Promise<Answer>,
  ): Promise<ReadonlyMap<PersonId, Answer>> {
    const answers = new Map<PersonId, Answer>();
    for (const personId of new Set(people)) answers.set(personId, await ask(personId));
    return answers;
  }
}

function noticeOf(
  { id, win, arrivedAt }: PendingCelebration,
  person: Person,
  deal: WonDeal,
  standing: CelebrationNotice['standing'],
  directory: Directory,
): CelebrationNotice {
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
    amount: worthOf(deal, win.date, directory),
    currency,
    minorDigits: minorDigitsOf(currency),
    deal: deal.name,
    account: deal.account,
    standing,
    happenedAt: win.at,
    arrivedAt,
  };
}

/** In the organisation's own currency; null where nobody has said what the deal's is worth. */
function worthOf(
  { amount, currency }: WonDeal,
  date: BusinessDate,
  { organisation, rateOn }: Directory,
): number | null {
  if (amount === null) return null;
  const own = { currency: organisation.currency, rateOn };
  return inOwnMinorUnits({ amount, currency, date }, own) ?? null;
}
