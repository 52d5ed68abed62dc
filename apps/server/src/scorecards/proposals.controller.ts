import { ProposeTargets } from '@bellwether/application';
import { ProposalsBody, ProposalsReply } from '@bellwether/contracts';
import type { PersonId, TeamId } from '@bellwether/domain';
import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../access/grants.js';
import { lookerOf } from '../access/looker-of.js';
import { CurrentCaller, Needs } from '../access/needs.js';
import { jsonSchema } from '../http/json-schema.js';
import { unknownPart } from './refuse-unknown.js';

/** Targets that people have shown to be within reach. */
@ApiTags('Scorecards')
@ApiBearerAuth()
@Needs('scorecards.lead')
@Controller('api/v1/scorecards/proposals')
export class ProposalsController {
  constructor(@Inject(ProposeTargets) private readonly proposeTargets: ProposeTargets) {}

  @ApiOperation({ summary: 'Proposes targets by what these people did in the last twelve weeks' })
  @ApiBody({ schema: jsonSchema(ProposalsBody) })
  @ApiResponse({ status: 200, schema: jsonSchema(ProposalsReply) })
  @HttpCode(200)
  @Post()
  async propose(
    @CurrentCaller() caller: Caller,
    @Body({ schema: ProposalsBody }) { for: { people, jobTitles, teams }, lines }: ProposalsBody,
  ): Promise<ProposalsReply> {
    const whom = { people: people as PersonId[], jobTitles, teams: teams as TeamId[] };
    const proposals = await this.proposeTargets.execute(
      caller.organisationId,
      { for: whom, lines },
      lookerOf(caller),
    );
    if (!('unknownMetric' in proposals)) return { proposals: [...proposals] };
    throw unknownPart({ unknown: 'metric', which: proposals.unknownMetric });
  }
}
