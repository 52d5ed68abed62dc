import type { Looker, Question, Unbroken, Unexplained } from '@bellwether/application';
import { BreakDown, ExplainScore, scopeOf } from '@bellwether/application';
import { BreakDownQuery, BreakDownReply, ExplainQuery, ExplainReply } from '@bellwether/contracts';
import type { PeriodKind, PersonId } from '@bellwether/domain';
import { PostgresDirectories } from '@bellwether/persistence';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentCaller, Needs } from '../access/needs.js';
import type { Caller } from '../access/grants.js';
import { lookerOf } from '../access/looker-of.js';
import { KEPT_PRIVATE } from '../boards/kept-private.js';
import { jsonSchema } from '../http/json-schema.js';
import { PublicError } from '../http/public-error.js';
import { presentBrokenDown, presentExplanation } from './explain.presenter.js';

/** Every point explains itself. */
@ApiTags('Boards')
@ApiBearerAuth()
@Needs('scores.explain')
@Controller('api/v1/explain')
export class ExplainController {
  constructor(
    @Inject(ExplainScore) private readonly explainScore: ExplainScore,
    @Inject(BreakDown) private readonly breakDownScore: BreakDown,
    @Inject(PostgresDirectories) private readonly directories: PostgresDirectories,
  ) {}

  @ApiOperation({
    summary: "The entries behind somebody's number; they add up to what the board shows",
  })
  @ApiResponse({ status: 200, schema: jsonSchema(ExplainReply) })
  @Get()
  async explain(
    @CurrentCaller() caller: Caller,
    @Query({ schema: ExplainQuery }) query: ExplainQuery,
  ): Promise<ExplainReply> {
    const { organisationId, grant } = caller;
    if (grant.role === 'rep' && grant.personId !== query.person) {
      throw new PublicError('forbidden', 'A phone explains the numbers of its own person only');
    }
    const question = questionOf(query, lookerOf(caller));
    const explanation = await this.explainScore.execute(organisationId, question);
    if (typeof explanation === 'string') throw refusal(explanation, query);
    const broken = await this.breakDownScore.execute(organisationId, {
      ...question,
      scope: scopeOf(query.person, undefined),
    });
    const directory = await this.directories.read(organisationId);
    return presentExplanation(explanation, typeof broken === 'object' ? broken : null, directory);
  }

  @ApiOperation({ summary: 'A number in its parts: by channel, product, step, …' })
  @ApiResponse({ status: 200, schema: jsonSchema(BreakDownReply) })
  @Get('breakdown')
  async breakDown(
    @CurrentCaller() caller: Caller,
    @Query({ schema: BreakDownQuery }) query: BreakDownQuery,
  ): Promise<BreakDownReply> {
    const { metric, person, team } = query;
    const broken = await this.breakDownScore.execute(caller.organisationId, {
      looker: lookerOf(caller),
      metric,
      period: periodIn(query.period),
      scope: scopeOf(person, team),
    });
    if (typeof broken === 'string') throw refusal(broken, query);
    const { organisation } = await this.directories.read(caller.organisationId);
    return presentBrokenDown(broken, organisation);
  }
}

function refusal(
  because: Unexplained | Unbroken,
  { person, team, metric, period }: BreakDownQuery,
): PublicError {
  switch (because) {
    case 'unknown-person':
      return new PublicError('not-found', `There is no person ${person}`, '/person');
    case 'unknown-team':
      return new PublicError('not-found', `There is no team ${team}`, '/team');
    case 'unknown-metric':
      return new PublicError('not-found', `There is no metric "${metric}"`, '/metric');
    case 'kept-private':
      return new PublicError('forbidden', KEPT_PRIVATE);
    case 'unknown-period':
      return new PublicError('malformed', `"${period}" is no period`, '/period');
    case 'whole':
      return new PublicError(
        'impossible',
        'Nothing is known that this could be told by',
        '/metric',
      );
  }
}

function questionOf(
  { person, metric, period, after, limit }: ExplainQuery,
  looker: Looker,
): Question {
  return {
    looker,
    personId: person as PersonId,
    metric,
    period: periodIn(period),
    page: { after, limit },
  };
}

function periodIn(text: string): Question['period'] {
  const [kind, key = null] = text.split('@') as [PeriodKind, string?];
  return { kind, key };
}
