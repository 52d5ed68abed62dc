import type { Against, Unplaced, Untold } from '@bellwether/application';
import { ExplainChanges, ExplainPlace } from '@bellwether/application';
import { ChangesQuery, ChangesReply, VersusQuery, VersusReply } from '@bellwether/contracts';
import type { Instant, NamedMoment } from '@bellwether/domain';
import { NAMED_MOMENTS } from '@bellwether/domain';
import { PostgresDirectories } from '@bellwether/persistence';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/grants.js';
import { lookerOf } from '../access/looker-of.js';
import { CurrentCaller, Needs } from '../access/needs.js';
import { KEPT_PRIVATE } from '../boards/kept-private.js';
import { jsonSchema } from '../http/json-schema.js';
import { PublicError } from '../http/public-error.js';
import { presentMemberChanges, presentMoves } from './changes.presenter.js';
import { presentPlace } from './place.presenter.js';

/** Every place and every change explains itself. */
@ApiTags('Boards')
@ApiBearerAuth()
@Needs('scores.explain')
@Controller('api/v1/explain')
export class CompareController {
  constructor(
    @Inject(ExplainPlace) private readonly explainPlace: ExplainPlace,
    @Inject(ExplainChanges) private readonly explainChanges: ExplainChanges,
    @Inject(PostgresDirectories) private readonly directories: PostgresDirectories,
  ) {}

  @ApiOperation({
    summary:
      'Why somebody is 2nd and not 1st: what separates them from the one ahead, or from anyone',
    description:
      'Scores and sums of others are told as far as the privacy of the metric tells them to whoever asks.',
  })
  @ApiResponse({ status: 200, schema: jsonSchema(VersusReply) })
  @Get('versus')
  async versus(
    @CurrentCaller() caller: Caller,
    @Query({ schema: VersusQuery }) query: VersusQuery,
  ): Promise<VersusReply> {
    ownOnly(caller, query.board, query.member);
    const { board: boardId, member } = query;
    const against: Against =
      typeof query.against === 'number'
        ? { kind: 'member', member: query.against }
        : { kind: query.against };
    const question = { looker: lookerOf(caller), boardId, member, against };
    const explained = await this.explainPlace.execute(caller.organisationId, question);
    if (typeof explained === 'string') throw refusal(explained, query);
    return presentPlace(explained, await this.directories.read(caller.organisationId));
  }

  @ApiOperation({
    summary: 'What changed since a moment: record by record of a member, or who moved on a board',
    description:
      'By when entries were booked, whatever day they count on. Places of then are those of the ledger as it was ' +
      'then, by the teams and definitions of today.',
  })
  @ApiResponse({ status: 200, schema: jsonSchema(ChangesReply) })
  @Get('changes')
  async changes(
    @CurrentCaller() caller: Caller,
    @Query({ schema: ChangesQuery }) query: ChangesQuery,
  ): Promise<ChangesReply> {
    const { organisationId } = caller;
    const { board: boardId, member, offset, limit } = query;
    if (member !== undefined) ownOnly(caller, boardId, member);
    const directory = await this.directories.read(organisationId);
    const question = { looker: lookerOf(caller), boardId, since: momentOf(query.since) };
    if (member === undefined) {
      const moves = await this.explainChanges.ofBoard(organisationId, question, { offset, limit });
      if (typeof moves === 'string') throw refusal(moves, query);
      return presentMoves(moves, directory);
    }
    const told = await this.explainChanges.ofMember(organisationId, question, member);
    if (typeof told === 'string') throw refusal(told, query);
    return presentMemberChanges(told, directory);
  }
}

function ownOnly({ grant }: Caller, boardId: string, member: number): void {
  const isOwn = boardId.includes('.reps') && grant.role === 'rep' && grant.personId === member;
  if (grant.role === 'rep' && !isOwn) {
    throw new PublicError('forbidden', 'A phone explains the numbers of its own person only');
  }
}

function momentOf(since: string): Instant | NamedMoment {
  return NAMED_MOMENTS.find((moment) => moment === since) ?? Date.parse(since);
}

function refusal(
  because: Unplaced | Untold,
  { board, member }: { readonly board: string; readonly member?: number | undefined },
): PublicError {
  switch (because) {
    case 'unknown-board':
      return new PublicError('not-found', `There is no board "${board}"`, '/board');
    case 'unknown-member':
      return new PublicError('not-found', `Nobody has the number ${member}`, '/member');
    case 'kept-private':
      return new PublicError('forbidden', KEPT_PRIVATE);
    case 'not-yet':
      return new PublicError('malformed', 'That moment is still to come', '/since');
    case 'too-long-ago':
      return new PublicError(
        'impossible',
        'More was booked since then than can be told apart. Choose a later moment',
        '/since',
      );
  }
}
