import { ChangeExchangeRates } from '@bellwether/application';
import { ExchangeRatesChange, ExchangeRatesReply } from '@bellwether/contracts';
import type { BusinessDate } from '@bellwether/domain';
import { PostgresDirectories, PostgresExchangeRates } from '@bellwether/persistence';
import { Body, Controller, Get, HttpCode, Inject, Patch } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { actorOf } from '../access/actor-of.js';
import type { Caller } from '../access/grants.js';
import { CurrentCaller, Needs } from '../access/needs.js';
import { jsonSchema } from '../http/json-schema.js';
import { PublicError } from '../http/public-error.js';

/** What other currencies are worth in the organisation's own. */
@ApiTags('Exchange rates')
@ApiBearerAuth()
@Needs('metrics.manage')
@Controller('api/v1/exchange-rates')
export class ExchangeRatesController {
  constructor(
    @Inject(PostgresExchangeRates) private readonly rates: PostgresExchangeRates,
    @Inject(PostgresDirectories) private readonly directories: PostgresDirectories,
    @Inject(ChangeExchangeRates) private readonly changeRates: ChangeExchangeRates,
  ) {}

  @ApiOperation({ summary: 'What other currencies are worth, from which day on' })
  @ApiResponse({ status: 200, schema: jsonSchema(ExchangeRatesReply) })
  @Get()
  async list(@CurrentCaller() { organisationId }: Caller): Promise<ExchangeRatesReply> {
    const { organisation } = await this.directories.read(organisationId);
    const rates = await this.rates.list(organisationId);
    return { currency: organisation.currency, rates: [...rates] };
  }

  @ApiOperation({
    summary: 'Says what other currencies are worth, or takes that back',
    description:
      'A rate holds from its day until the next one. Money counts at the rate of the day that counts; ' +
      'before the first rate it is parked, and counts once there is one. Where a rate of today or ' +
      'before changes, history is counted anew.',
  })
  @ApiBody({ schema: jsonSchema(ExchangeRatesChange) })
  @ApiResponse({ status: 200, schema: jsonSchema(ExchangeRatesReply) })
  @HttpCode(200)
  @Patch()
  async change(
    @CurrentCaller() caller: Caller,
    @Body({ schema: ExchangeRatesChange }) { rates }: ExchangeRatesChange,
  ): Promise<ExchangeRatesReply> {
    const changes = rates.map((one) => ({ ...one, from: one.from as BusinessDate }));
    const { organisationId } = caller;
    const outcome = await this.changeRates.execute(organisationId, changes, actorOf(caller));
    if (outcome === 'own-currency') {
      throw new PublicError(
        'impossible',
        'The organisation’s own currency is worth itself',
        '/rates',
      );
    }
    return this.list(caller);
  }
}
