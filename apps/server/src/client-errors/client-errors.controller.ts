import { ClientError } from '@bellwether/contracts';
import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Open } from '../access/needs.js';
import type { Log } from '../engines/log.js';
import { jsonSchema } from '../http/json-schema.js';
import { LOG } from '../tokens.js';

/** More a minute are not written down: one broken wall must not fill a disk. */
const MOST_A_MINUTE = 20;

/** Where pages report what went wrong on them: nobody stands before a wall to tell. */
@ApiTags('Status')
@Controller('api/v1/client-errors')
export class ClientErrorsController {
  #minute = 0;
  #reports = 0;

  constructor(@Inject(LOG) private readonly log: Log) {}

  @ApiOperation({ summary: 'Reports an error on a page' })
  @ApiBody({ schema: jsonSchema(ClientError) })
  @Open()
  @HttpCode(204)
  @Post()
  report(@Body({ schema: ClientError }) error: ClientError): void {
    const minute = Math.floor(Date.now() / 60_000);
    if (minute !== this.#minute) [this.#minute, this.#reports] = [minute, 0];
    this.#reports += 1;
    if (this.#reports <= MOST_A_MINUTE) this.log.warn('A page reports an error', { ...error });
  }
}
