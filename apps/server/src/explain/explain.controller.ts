import type { Looker, Question } from '@bellwether/application';
import { ExplainScore } from '@bellwether/application';
import { ExplainQuery, ExplainReply } from '@bellwether/contracts';
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
import { presentExplanation } from './explain.presenter.js';

/** Every point explains itself. */
@ApiTags('Boards')
@ApiBearerAuth()
@Needs('scores.explain')
@Controller('api/v1/explain')
export class ExplainController {
  constructor(
    @Inject(ExplainScore) private readonly explainScore: ExplainScore,
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
    const explanation = await this.explainScore.execute(
      organisationId,
      questionOf(query, lookerOf(caller)),
    );
    switch (explanation) {
      case 'unknown-person':
        throw new PublicError('not-found', `There is no person ${query.person}`, '/person');
      case 'unknown-metric':
        throw new PublicError('not-found', `There is no metric "${query.metric}"`, '/metric');
      case 'kept-private':
        throw new PublicError('forbidden', KEPT_PRIVATE);
      case 'unknown-period':
        throw new PublicError('malformed', `"${query.period}" is no period`, '/period');
      default:
        return presentExplanation(explanation, await this.directories.read(organisationId));
    }
  }
}

function questionOf(
  { person, metric, period, after, limit }: ExplainQuery,
  looker: Looker,
): Question {
  const [kind, key = null] = period.split('@') as [PeriodKind, string?];
  return {
    looker,
    personId: person as PersonId,
    metric,
    period: { kind, key },
    page: { after, limit },
  };
}
