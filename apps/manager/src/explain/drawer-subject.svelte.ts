import type { BoardHeading, BoardRow, PersonScorecard } from '@bellwether/contracts';
import { AskedReply, Explanation, reasonOf, type BellwetherApi } from '@bellwether/ui';
import type { ParkedPile } from '../parked/describe-parked.js';
import { OpenedDelivery } from '../sources/opened-delivery.svelte.js';
import type { PersonProfile } from '../people/person-profile.svelte.js';
import { boardIdOf, choiceOf, periodText, type BoardChoice } from '../standing/board-choice.js';

/** A row of a board that somebody asked about. */
export interface AskedRow {
  readonly row: BoardRow;
  readonly heading: BoardHeading;
  readonly choice: BoardChoice;
}

/** Somebody whose scores are asked about. */
export type ScoredPerson = Pick<PersonScorecard['person'], 'id' | 'name' | 'photoUrl' | 'team'>;

export type Subject =
  | ({
      readonly kind: 'person';
      readonly explanation: Explanation;
      readonly back: AskedRow | null;
    } & AskedRow)
  | ({ readonly kind: 'team' } & AskedRow)
  | {
      readonly kind: 'score';
      readonly person: ScoredPerson;
      readonly asked: AskedReply<PersonScorecard>;
    }
  | { readonly kind: 'pile'; readonly pile: ParkedPile }
  | { readonly kind: 'delivery'; readonly ref: string; readonly opened: OpenedDelivery }
  | { readonly kind: 'profile'; readonly profile: PersonProfile };

const MOST_OF_TEAM = 500;

/** What the drawer speaks of, one thing at a time. */
export class DrawerSubject {
  subject = $state.raw<Subject | null>(null);
  /** The people whose numbers make up a team's. */
  crew = $state.raw<readonly BoardRow[] | null>(null);
  crewTrouble = $state<string | null>(null);
  /** Changes with each thing that is asked for. */
  readonly name = $derived(nameOf(this.subject));

  constructor(private readonly api: BellwetherApi) {}

  askRow(asked: AskedRow, back: AskedRow | null = null): void {
    this.#forget();
    if (asked.choice.competitors === 'teams') {
      this.subject = { kind: 'team', ...asked };
      void this.readCrew();
      return;
    }
    const { row, choice } = asked;
    const explanation = new Explanation((page) =>
      this.api.explain({
        person: row.id,
        metric: choice.metric,
        period: periodText(choice),
        ...page,
      }),
    );
    this.subject = { kind: 'person', explanation, back, ...asked };
    void explanation.read();
  }

  /** How somebody's scores add up. */
  askScore(person: ScoredPerson): void {
    this.#forget();
    const asked = new AskedReply(() => this.api.scorecardOf(person.id));
    this.subject = { kind: 'score', person, asked };
    void asked.read();
  }

  /** Somebody's line of a board, by the board's id; nothing where they have none. */
  async askLine(person: number, boardId: string): Promise<void> {
    const choice = choiceOf(boardId);
    const answer = await this.api.board(boardId, { around: person, span: 0 });
    if (answer.kind !== 'done' || !choice) return;
    const { rows, heading } = answer.body;
    const row = rows.find(({ id }) => id === person);
    if (row) this.askRow({ row, heading, choice });
  }

  askPile(pile: ParkedPile): void {
    this.#forget();
    this.subject = { kind: 'pile', pile };
  }

  askDelivery(sourceId: number, ref: string): void {
    this.#forget();
    const opened = new OpenedDelivery(this.api, sourceId, ref);
    this.subject = { kind: 'delivery', ref, opened };
    void opened.read();
  }

  askProfile(profile: PersonProfile): void {
    this.#forget();
    this.subject = { kind: 'profile', profile };
    void profile.load();
  }

  /** The row has moved on the board: the ledger is read again. */
  follow(row: BoardRow): void {
    const { subject } = this;
    if (subject?.kind !== 'person' && subject?.kind !== 'team') return;
    if (subject.row.id !== row.id || isSame(subject.row, row)) return;
    this.subject = { ...subject, row };
    if (subject.kind === 'person') void subject.explanation.read();
    else void this.readCrew();
  }

  /** The line is back: what could not be read is read now. */
  again(): void {
    const { subject } = this;
    if (subject?.kind === 'team') void this.readCrew();
    else if (subject?.kind === 'person' && subject.explanation.state === 'failed') {
      void subject.explanation.read();
    }
  }

  async readCrew(): Promise<void> {
    const { subject } = this;
    if (subject?.kind !== 'team') return;
    const { choice, row } = subject;
    const board = boardIdOf({ ...choice, competitors: 'reps', team: row.id });
    const answer = await this.api.board(board, { limit: MOST_OF_TEAM });
    const still = this.subject;
    if (still?.kind !== 'team' || still.row.id !== row.id) return;
    if (answer.kind === 'done') {
      this.crew = answer.body.rows;
      this.crewTrouble = null;
    } else this.crewTrouble = reasonOf(answer);
  }

  close(): void {
    this.#forget();
    this.subject = null;
  }

  #forget(): void {
    if (this.subject?.kind === 'person') this.subject.explanation.close();
    if (this.subject?.kind === 'delivery') this.subject.opened.close();
    if (this.subject?.kind === 'score') this.subject.asked.close();
    this.crew = null;
    this.crewTrouble = null;
  }
}

/** A ratio of too few is shown the same while its halves move. */
function isSame(a: BoardRow, b: BoardRow): boolean {
  return a.score === b.score && a.short?.has === b.short?.has;
}

function nameOf(subject: Subject | null): string {
  if (!subject) return '';
  if (subject.kind === 'score') return `score ${subject.person.id}`;
  if (subject.kind === 'pile') return `${subject.pile.kind} ${subject.pile.subject}`;
  if (subject.kind === 'delivery') return `delivery ${subject.opened.sourceId} ${subject.ref}`;
  if (subject.kind === 'profile') return `profile ${subject.profile.id}`;
  return `${subject.kind} ${subject.row.id} ${boardIdOf(subject.choice)}`;
}
