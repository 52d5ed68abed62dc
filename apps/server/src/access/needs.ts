import type { CustomDecorator, ExecutionContext } from '@nestjs/common';
import { SetMetadata, createParamDecorator } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Caller } from './grants.js';
import type { Permission } from './permissions.js';

export const NEEDED = 'bellwether:needed';

/** What a caller must be permitted. Without this or `@Open()` a route is closed to everybody. */
export const Needs = (permission: Permission): CustomDecorator => SetMetadata(NEEDED, permission);

/** Anybody may call the route; it proves by itself what needs proof. */
export const Open = (): CustomDecorator => SetMetadata(NEEDED, 'nothing');

/** The caller that the guard let in. */
export const CurrentCaller = createParamDecorator(
  (_: unknown, context: ExecutionContext): Caller => {
    const { caller } = context.switchToHttp().getRequest<FastifyRequest & { caller?: Caller }>();
    if (!caller) throw new Error('The route is open, but asks who is calling');
    return caller;
  },
);
