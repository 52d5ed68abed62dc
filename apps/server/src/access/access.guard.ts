import { PostgresAccessKeys } from '@bellwether/persistence';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { SessionCallers } from '../accounts/session-callers.js';
import { PublicError } from '../http/public-error.js';
import type { Caller } from './grants.js';
import { keyFrom } from './key-from.js';
import { NEEDED } from './needs.js';
import type { Permission } from './permissions.js';
import { OwnTeams } from './own-teams.js';
import { mayDo } from './permissions.js';
import { isSameOrigin } from './same-origin.js';

const ONLY_READS = ['GET', 'HEAD'];

/** Lets a request in when the role of its key or account may do what the route needs. Closed unless opened. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(PostgresAccessKeys) private readonly keys: PostgresAccessKeys,
    @Inject(SessionCallers) private readonly sessions: SessionCallers,
    @Inject(OwnTeams) private readonly ownTeams: OwnTeams,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const needed = this.reflector.getAllAndOverride<Permission | 'nothing' | undefined>(NEEDED, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (needed === 'nothing') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest & { caller?: Caller }>();
    const caller = await this.#callerOf(request);
    const { role } = caller.grant;
    if (needed === undefined || !mayDo(role, needed)) {
      throw new PublicError('forbidden', `Whoever has the role "${role}" may not do this`);
    }
    await this.ownTeams.hold(caller, needed, request);
    request.caller = caller;
    return true;
  }

  async #callerOf({ headers, method }: FastifyRequest): Promise<Caller> {
    const key = keyFrom(headers);
    if (key !== undefined) {
      const caller = await this.keys.callerOf(key);
      if (caller) return caller;
      throw new PublicError('unsigned', 'This key is unknown or was revoked');
    }
    const caller = await this.sessions.callerOf(headers.cookie);
    if (!caller) {
      throw new PublicError(
        'unsigned',
        'Sign in, or send your key in the header Authorization: Bearer …',
      );
    }
    if (!ONLY_READS.includes(method) && !isSameOrigin(headers)) {
      throw new PublicError('forbidden', 'This must be asked by a page of this server');
    }
    return caller;
  }
}
