import type { OrganisationChange } from '@bellwether/application';
import { ChangeOrganisation, PreviewOrganisation } from '@bellwether/application';
import { OrganisationBody, OrganisationReply } from '@bellwether/contracts';
import { Body, Controller, Get, HttpCode, Inject, Patch, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { actorOf } from '../access/actor-of.js';
import type { Caller } from '../access/grants.js';
import { CurrentCaller, Needs } from '../access/needs.js';
import { jsonSchema } from '../http/json-schema.js';
import { PublicError } from '../http/public-error.js';
import { presentOrganisation } from './organisation.presenter.js';

/** What the organisation is called, and by which days, weeks, years and money it counts. */
@ApiTags('Organisation')
@ApiBearerAuth()
@Needs('organisation.manage')
@Controller('api/v1/organisation')
export class OrganisationController {
  constructor(
    @Inject(PreviewOrganisation) private readonly previewOrganisation: PreviewOrganisation,
    @Inject(ChangeOrganisation) private readonly changeOrganisation: ChangeOrganisation,
  ) {}

  @ApiOperation({ summary: 'How the organisation counts, and the year that runs' })
  @ApiResponse({ status: 200, schema: jsonSchema(OrganisationReply) })
  @Get()
  read(@CurrentCaller() caller: Caller): Promise<OrganisationReply> {
    return this.#preview(caller, {});
  }

  @ApiOperation({ summary: 'What a change would move; changes nothing' })
  @ApiBody({ schema: jsonSchema(OrganisationBody) })
  @ApiResponse({ status: 200, schema: jsonSchema(OrganisationReply) })
  @HttpCode(200)
  @Post('preview')
  preview(
    @CurrentCaller() caller: Caller,
    @Body({ schema: OrganisationBody }) body: OrganisationBody,
  ): Promise<OrganisationReply> {
    return this.#preview(caller, changeOf(body));
  }

  @ApiOperation({
    summary: 'Changes how the organisation counts; boards and screens follow at once',
    description:
      'Another time zone counts everything anew. The currency stays from the first record on.',
  })
  @ApiBody({ schema: jsonSchema(OrganisationBody) })
  @ApiResponse({ status: 200, schema: jsonSchema(OrganisationReply) })
  @HttpCode(200)
  @Patch()
  async change(
    @CurrentCaller() caller: Caller,
    @Body({ schema: OrganisationBody }) body: OrganisationBody,
  ): Promise<OrganisationReply> {
    const { organisationId } = caller;
    const change = changeOf(body);
    const outcome = await this.changeOrganisation.execute(organisationId, change, actorOf(caller));
    if (outcome === 'counted') {
      const reason = 'Amounts are counted already, and stay in the currency that they came in';
      throw new PublicError('conflict', reason, '/currency');
    }
    return this.#preview(caller, {});
  }

  async #preview({ organisationId }: Caller, change: OrganisationChange) {
    return presentOrganisation(await this.previewOrganisation.execute(organisationId, change));
  }
}

/** Only what is told. */
function changeOf(body: OrganisationBody): OrganisationChange {
  const told = Object.entries(body).filter(([, value]) => value !== undefined);
  return Object.fromEntries(told) as OrganisationChange;
}
