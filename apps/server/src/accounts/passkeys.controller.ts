import { PasskeyName } from '@bellwether/contracts';
import { Body, Controller, Delete, HttpCode, Inject, Param, Patch } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CurrentCaller, Needs } from '../access/needs.js';
import type { Caller } from '../access/grants.js';
import { jsonSchema } from '../http/json-schema.js';
import { PublicError } from '../http/public-error.js';
import { accountOf } from './account-of.js';
import { KeptPasskeys } from './kept-passkeys.js';

const PasskeyId = z.string().min(1).max(64);

/** One's own passkeys. They are made and shown under `/api/auth/passkey`. */
@ApiTags('Sign-in')
@Needs('account.own')
@Controller('api/v1/account/passkeys/:id')
export class PasskeysController {
  constructor(@Inject(KeptPasskeys) private readonly passkeys: KeptPasskeys) {}

  @ApiOperation({ summary: 'Calls a passkey something else' })
  @ApiBody({ schema: jsonSchema(PasskeyName) })
  @ApiResponse({ status: 204 })
  @HttpCode(204)
  @Patch()
  async rename(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: PasskeyId }) id: string,
    @Body({ schema: PasskeyName }) { name }: PasskeyName,
  ): Promise<void> {
    const { userId } = accountOf(caller);
    if (!(await this.passkeys.rename(userId, id, name))) throw unknownPasskey();
  }

  @ApiOperation({ summary: 'Takes a passkey away: it opens nothing any more' })
  @ApiResponse({ status: 204 })
  @HttpCode(204)
  @Delete()
  async remove(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: PasskeyId }) id: string,
  ): Promise<void> {
    const { userId } = accountOf(caller);
    if (!(await this.passkeys.remove(userId, id))) throw unknownPasskey();
  }
}

/** The same for a passkey of somebody else. */
function unknownPasskey(): PublicError {
  return new PublicError('not-found', 'You have no such passkey any more');
}
