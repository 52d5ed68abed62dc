import { PostgresAccessKeys } from '@bellwether/persistence';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { PublicError } from '../http/public-error.js';
import type { Caller } from './grants.js';
import { keyFrom } from './key-from.js';
import { NEEDED } from './needs.js';
import type { Permission } from './permissions.js';
import { mayDo } from './permissions.js';

/** Lets a request in when the role of its key may do what the route needs. Closed unless opened. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(PostgresAccessKeys) private readonly keys: PostgresAccessKeys,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const needed = this.reflector.getAllAndOverride<Permission | 'nothing' | undefined>(NEEDED, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (needed === 'nothing') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest & { caller?: Caller }>();
    const key = keyFrom(request.headers);
    if (key === undefined) {
      throw new PublicError('unsigned', 'Send your key in the header Authorization: Bearer …');
    }
    const caller = await this.keys.callerOf(key);
    if (!caller) throw new PublicError('unsigned', 'This key is unknown or was revoked');
    if (needed === undefined || !mayDo(caller.grant.role, needed)) {
      throw new PublicError(
        'forbidden',
        `A key of the role "${caller.grant.role}" may not do this`,
      );
    }
    request.caller = caller;
    return true;
  }
}
