import { Holidays } from '@bellwether/contracts';
import type { BusinessDate } from '@bellwether/domain';
import { PostgresHolidays } from '@bellwether/persistence';
import { Body, Controller, Get, HttpCode, Inject, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { actorOf } from '../access/actor-of.js';
import type { Caller } from '../access/grants.js';
import { CurrentCaller, Needs } from '../access/needs.js';
import { jsonSchema } from '../http/json-schema.js';

/** Days on which nobody works: no target counts them. */
@ApiTags('Scorecards')
@ApiBearerAuth()
@Needs('people.manage')
@Controller('api/v1/holidays')
export class HolidaysController {
  constructor(@Inject(PostgresHolidays) private readonly holidays: PostgresHolidays) {}

  @ApiOperation({ summary: 'The days on which nobody works' })
  @ApiResponse({ status: 200, schema: jsonSchema(Holidays) })
  @Needs('people.read')
  @Get()
  async list(@CurrentCaller() { organisationId }: Caller): Promise<Holidays> {
    return { holidays: [...(await this.holidays.list(organisationId))] };
  }

  @ApiOperation({ summary: 'Says on which days nobody works; all of them' })
  @ApiBody({ schema: jsonSchema(Holidays) })
  @ApiResponse({ status: 200, schema: jsonSchema(Holidays) })
  @HttpCode(200)
  @Put()
  async set(
    @CurrentCaller() caller: Caller,
    @Body({ schema: Holidays }) { holidays }: Holidays,
  ): Promise<Holidays> {
    const dated = holidays.map(({ date, name }) => ({ date: date as BusinessDate, name }));
    await this.holidays.set(caller.organisationId, dated, actorOf(caller));
    return this.list(caller);
  }
}
