import { PostgresAccessKeys } from '@bellwether/persistence';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { PublicError } from '../http/public-error.js';
import { ALLOWED } from './allow.js';
import type { Caller, Role } from './grants.js';
import { keyFrom } from './key-from.js';

/** Lets a request in when its key has a role that the route allows. Closed unless opened. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(PostgresAccessKeys) private readonly keys: PostgresAccessKeys,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const allowed = this.reflector.getAllAndOverride<readonly Role[] | 'open' | undefined>(
      ALLOWED,
      [context.getHandler(), context.getClass()],
    );
    if (allowed === 'open') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest & { caller?: Caller }>();
    const key = keyFrom(request.headers);
    if (key === undefined) {
      throw new PublicError('unsigned', 'Send your key in the header Authorization: Bearer …');
    }
    const caller = await this.keys.callerOf(key);
    if (!caller) throw new PublicError('unsigned', 'This key is unknown or was revoked');
    if (!allowed?.includes(caller.grant.role)) {
      throw new PublicError(
        'forbidden',
        `A key of the role "${caller.grant.role}" may not do this`,
      );
    }
    request.caller = caller;
    return true;
  }
}
