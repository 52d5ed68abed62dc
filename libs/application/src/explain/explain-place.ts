import type {
  Board,
  ComparedPart,
  Metric,
  OrganisationId,
  PersonId,
  TeamId,
  Verdict,
  WhatItTakes,
} from '@bellwether/domain';
import {
  compareParts,
  compareStands,
  isByBound,
  isToldByBoard,
  mayExplain,
  measuresOf,
  whatItTakes,
} from '@bellwether/domain';
import { nameOnBoard } from '../boards/name-on-board.js';
import type { Looker, SeeBoard, SeenBoard } from '../boards/see-board.js';
import { viewerIn } from '../boards/see-board.js';
import type { MemberSum } from '../boards/sums-of-board.js';
import { sumsOfBoard } from '../boards/sums-of-board.js';
import { windowTotals } from '../boards/window-totals.js';
import type { Directories } from '../ports/directories.js';
import type { Explanations } from '../ports/explanations.js';
import type { Totals } from '../ports/totals.js';
import { isMember, ownerOfLine, scopeOfMember } from './member-of-board.js';
import type { Contender, Side } from './side-of-board.js';
import { contenderOf, sideOf, valueOf } from './side-of-board.js';
import { rangeOf, stretchesOf } from './stretches.js';

/** Whom somebody is compared with. Nobody is ahead of who leads: they are compared with who comes next. */
export type Against =
  | { readonly kind: 'ahead' }
  | { readonly kind: 'leader' }
  | { readonly kind: 'member'; readonly member: number };

export interface PlaceQuestion {
  readonly looker: Looker;
  readonly boardId: string;
  /** A person's or a team's id. */
  readonly member: number;
  readonly against: Against;
}

export interface PlaceExplained {
  readonly metric: Metric;
  readonly board: Board;
  readonly own: Side;
  /** Null where there is nobody to compare with, or none who may be seen. */
  readonly other: Side | null;
  /** `by` is null where the other's score is not told; all is where there is no other. */
  readonly verdict: Verdict | Undistanced | null;
  /** Null where not all that is behind the other's score is told. */
  readonly parts: readonly ComparedPart[] | null;
  readonly needs: WhatItTakes | null;
  /** Of what type the records are that count for somebody; null where there are several. */
  readonly recordType: string | null;
}

export type Unplaced = 'unknown-board' | 'unknown-member' | 'kept-private';

/** Answers why somebody is 2nd and not 1st. */
export class ExplainPlace {
  constructor(
    private readonly explanations: Explanations,
    private readonly totals: Totals,
    private readonly directories: Directories,
    private readonly seeBoard: SeeBoard,
  ) {}

  async execute(
    organisationId: OrganisationId,
    { looker, boardId, member, against }: PlaceQuestion,
  ): Promise<PlaceExplained | Unplaced> {
    const around = { kind: 'around', member, span: 1 } as const;
    const seen = await this.seeBoard.execute(organisationId, boardId, looker, around);
    if (seen === undefined) return 'unknown-board';
    if (seen === 'kept-private') return seen;
    const { board, metric } = seen;
    const directory = await this.directories.read(organisationId);
    const privacy = directory.privacyOf(metric.key);
    const viewer = viewerIn(directory, looker);
    const mayTell = (id: number) => mayExplain(privacy, viewer, ownerOfLine(board, id, directory));
    const unplaced = (id: number): Contender => {
      return { id, name: nameOnBoard(board, id, directory), rank: null, tied: false };
    };
    if (!isMember(board, member, directory)) return 'unknown-member';
    if (!mayTell(member)) return 'kept-private';

    const line = seen.lines.find(({ id }) => id === member);
    let rival = await this.#rival(organisationId, seen, { looker, boardId, member, against });
    if (against.kind === 'member' && !rival) {
      // Whether there is nobody of that number or nobody to be seen is the same to whoever asks.
      if (!isMember(board, against.member, directory) || !mayTell(against.member))
        return 'kept-private';
      rival = unplaced(against.member);
    }
    const sums = await this.#sums(organisationId, seen, [member, ...(rival ? [rival.id] : [])]);
    const own = sideOf(line ? contenderOf(line) : unplaced(member), sums.get(member), metric);
    if (!rival) return { ...alone(seen, own), other: null };
    const other = sideOf(rival, sums.get(rival.id), metric);
    if (seen.detail !== 'value' && !mayTell(rival.id)) return placesAlone(seen, own, other);

    const tellsParts = mayTell(rival.id) || isToldByBoard(metric);
    const { count, type } = await this.#records(organisationId, seen, member);
    const earned = { value: valueOf(own), records: count };
    const theirs = valueOf(other);
    return {
      metric,
      board,
      own,
      other,
      verdict: verdictOf(own, other, metric),
      parts: tellsParts
        ? compareParts(metric, totalsOf(sums, member), totalsOf(sums, rival.id))
        : null,
      needs: theirs && !isByBound(metric) ? whatItTakes(metric, earned, theirs) : null,
      recordType: type,
    };
  }

  /** The line that they are compared with; undefined when there is none that the looker may see. */
  async #rival(
    organisationId: OrganisationId,
    seen: SeenBoard,
    { looker, boardId, member, against }: PlaceQuestion,
  ): Promise<Contender | undefined> {
    const own = seen.lines.find(({ id }) => id === member);
    const next = (step: number) => {
      const line = own && seen.lines.find(({ position }) => position === own.position + step);
      return line && contenderOf(line);
    };
    if (against.kind === 'ahead') return own?.position === 0 ? next(1) : next(-1);
    const request =
      against.kind === 'leader'
        ? ({ kind: 'top', from: 0, to: 0 } as const)
        : ({ kind: 'around', member: against.member, span: 0 } as const);
    const found = await this.seeBoard.execute(organisationId, boardId, looker, request);
    const lines = typeof found === 'object' ? found.lines : [];
    const line =
      against.kind === 'leader' ? lines[0] : lines.find(({ id }) => id === against.member);
    if (against.kind === 'leader' && line?.id === member) return next(1);
    return line && contenderOf(line);
  }

  async #sums(
    organisationId: OrganisationId,
    { board, metric }: SeenBoard,
    members: readonly number[],
  ): Promise<ReadonlyMap<number, MemberSum>> {
    const only =
      board.competitors === 'teams'
        ? { teams: members as readonly TeamId[] }
        : { people: members as readonly PersonId[] };
    const { totals } = await windowTotals([metric], board, (measureIds, range) =>
      this.totals.read(organisationId, measureIds, range, only),
    );
    return sumsOfBoard(board, metric, totals);
  }

  /** How many records count for somebody, where all are of one type. */
  async #records(
    organisationId: OrganisationId,
    { board, metric }: SeenBoard,
    member: number,
  ): Promise<{ readonly count: number | null; readonly type: string | null }> {
    const counting = await this.explanations.recordsCounting(
      organisationId,
      scopeOfMember(board, member),
      measuresOf(metric),
      rangeOf(stretchesOf(metric, board)),
    );
    const [only, ...others] = counting;
    if (!only || others.length > 0) return { count: null, type: null };
    return { count: only[1], type: only[0] };
  }
}

function totalsOf(sums: ReadonlyMap<number, MemberSum>, member: number): MemberSum['totalOf'] {
  return sums.get(member)?.totalOf ?? (() => undefined);
}

function alone({ metric, board }: SeenBoard, own: Side): Omit<PlaceExplained, 'other'> {
  const verdict = own.score === null ? ({ kind: 'unplaced', who: 'own' } as const) : null;
  return { metric, board, own, verdict, parts: null, needs: null, recordType: null };
}

/** What is told where the other's score is not: who stands where, and that equal scores are equal. */
function placesAlone(seen: SeenBoard, own: Side, other: Side): PlaceExplained {
  const verdict = verdictOf(own, other, seen.metric);
  const isApart = verdict.kind === 'ahead' || verdict.kind === 'behind';
  return {
    ...alone(seen, own),
    other: { ...other, score: null, halves: null },
    verdict: isApart ? { kind: verdict.kind, by: null } : verdict,
  };
}

/** By the rule that ranks them. Proportions are ordered by what they are at least: no distance says by how much. */
function verdictOf(own: Side, other: Side, metric: Metric): Verdict | Undistanced {
  const isShort = (side: Side) => side.score !== null && side.rank === null;
  if (!isByBound(metric) && !isShort(own) && !isShort(other)) {
    return compareStands(own, other, metric.direction);
  }
  if (own.rank === null || other.rank === null) {
    const who = own.rank !== null ? 'other' : other.rank !== null ? 'own' : 'both';
    return { kind: 'unplaced', who };
  }
  if (own.rank === other.rank)
    return compareStands({ ...own, score: 0 }, { ...other, score: 0 }, 'higher');
  return { kind: own.rank < other.rank ? 'ahead' : 'behind', by: null };
}

/** Who is ahead, and not by how much. */
interface Undistanced {
  readonly kind: 'ahead' | 'behind';
  readonly by: null;
}
