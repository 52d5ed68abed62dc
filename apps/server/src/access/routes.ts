import type { Type } from '@nestjs/common';
import { RequestMethod } from '@nestjs/common';
import {
  METHOD_METADATA,
  MODULE_METADATA,
  PATH_METADATA,
  ROUTE_ARGS_METADATA,
} from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { ZodType } from 'zod';
import { NEEDED } from './needs.js';
import type { Permission } from './permissions.js';

/** A route and what it declares; `undefined` when it declares nothing, and answers nobody. */
export interface Route {
  readonly method: string;
  /** As it is declared: `/api/v1/screens/:id`. */
  readonly path: string;
  readonly needs: Permission | 'nothing' | undefined;
  readonly takes: Taken;
}

/** What a route reads of a request, by the schemas that stand beside its parameters. */
export interface Taken {
  readonly body?: ZodType;
  readonly query?: ZodType;
  /** By the names in the path. */
  readonly params: Readonly<Record<string, ZodType>>;
}

/** All routes of a module's controllers and of what it imports, in the order of their paths. */
export function routesOf(modules: readonly Type[]): readonly Route[] {
  const controllers = new Set(modules.flatMap(controllersOf));
  return [...controllers]
    .flatMap(routesOfController)
    .sort((a, b) => a.path.localeCompare(b.path) || a.method.localeCompare(b.method));
}

function controllersOf(module: Type): readonly Type[] {
  const imports = told<Type[]>(MODULE_METADATA.IMPORTS, module) ?? [];
  return [
    ...(told<Type[]>(MODULE_METADATA.CONTROLLERS, module) ?? []),
    ...imports.flatMap(controllersOf),
  ];
}

function routesOfController(controller: Type): readonly Route[] {
  const prototype = controller.prototype as Readonly<Record<string, unknown>>;
  const base = told<string>(PATH_METADATA, controller) ?? '';
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const handler = prototype[name] as object;
    const method = told<RequestMethod>(METHOD_METADATA, handler);
    if (method === undefined) return [];
    const path = `/${base}/${told<string>(PATH_METADATA, handler) ?? ''}`;
    return [
      {
        method: RequestMethod[method],
        path: path.replaceAll(/\/+/g, '/').replace(/(.)\/$/, '$1'),
        needs: told<Permission | 'nothing'>(NEEDED, handler) ?? told(NEEDED, controller),
        takes: takenBy(controller, name),
      },
    ];
  });
}

interface Argument {
  readonly data?: string;
  readonly schema?: ZodType;
}

function takenBy(controller: Type, name: string): Taken {
  const known = Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) as
    Readonly<Record<string, Argument>> | undefined;
  const taken = Object.entries(known ?? {}).flatMap(([place, { data, schema }]) =>
    schema ? [{ kind: Number(place.split(':')[0]), data, schema }] : [],
  );
  const schemaOf = (kind: RouteParamtypes) => taken.find((one) => one.kind === kind)?.schema;
  const [body, query] = [schemaOf(RouteParamtypes.BODY), schemaOf(RouteParamtypes.QUERY)];
  const params = taken.filter(({ kind }) => kind === Number(RouteParamtypes.PARAM));
  return {
    ...(body && { body }),
    ...(query && { query }),
    params: Object.fromEntries(params.map(({ data, schema }) => [data ?? '', schema])),
  };
}

function told<Value>(key: string, about: object): Value | undefined {
  return Reflect.getMetadata(key, about) as Value | undefined;
}
