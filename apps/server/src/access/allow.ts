import type { CustomDecorator, ExecutionContext } from '@nestjs/common';
import { SetMetadata, createParamDecorator } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Caller, Role } from './grants.js';

export const ALLOWED = 'bellwether:allowed';

/** Which roles may call a route. Without this or `@Open()` a route is closed to everybody. */
export const Allow = (...roles: readonly Role[]): CustomDecorator => SetMetadata(ALLOWED, roles);

/** Anybody may call the route; it proves by itself what needs proof. */
export const Open = (): CustomDecorator => SetMetadata(ALLOWED, 'open');

/** The caller that the guard let in. */
export const CurrentCaller = createParamDecorator(
  (_: unknown, context: ExecutionContext): Caller => {
    const { caller } = context.switchToHttp().getRequest<FastifyRequest & { caller?: Caller }>();
    if (!caller) throw new Error('The route is open, but asks who is calling');
    return caller;
  },
);
