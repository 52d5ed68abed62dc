import type { ErrorCode, Problem } from '@bellwether/contracts';
import { ERRORS } from '@bellwether/contracts';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import { Catch, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Log } from '../engines/log.js';
import { isScim, scimErrorOf } from '../scim/scim-error.js';
import { PublicError } from './public-error.js';
import { isStoreAway } from './store-away.js';

/** Turns whatever was thrown into problem details (RFC 9457). What nobody foresaw is logged, not told. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const told = publicErrorOf(error);
    if (told.code === 'unexpected' || told.code === 'unavailable') {
      this.log.error('A request failed', {
        requestId: request.id,
        route: request.routeOptions?.url,
        error: error instanceof Error ? error.stack : String(error),
      });
    }
    const { type, body } = isScim(request.url)
      ? { type: 'application/scim+json', body: scimErrorOf(told) }
      : {
          type: 'application/problem+json',
          body: { ...problemOf(told, request.id), ...told.extra },
        };
    void reply
      .status(ERRORS[told.code].status)
      .headers({ 'content-type': type, ...told.headers })
      .send(JSON.stringify(body));
  }
}

function problemOf({ code, message, field }: PublicError, requestId: string): Problem {
  const { status, title } = ERRORS[code];
  const about = { type: `urn:bellwether:problem:${code}`, title, status, code };
  return { ...about, detail: message, ...(field === undefined ? {} : { field }), requestId };
}

/** What a caller may know of an error. */
function publicErrorOf(error: unknown): PublicError {
  if (error instanceof PublicError) return error;
  if (isStoreAway(error)) return unavailable();
  const status = statusOf(error);
  if (status === undefined || !(error instanceof Error)) return unexpected();
  const code = CODE_OF_STATUS[status];
  if (!code) return status < 500 ? new PublicError('malformed', error.message) : unexpected();
  if (code === 'too-large') {
    return new PublicError(code, 'Bodies may have 1 MB at the most; send more, smaller requests');
  }
  return code === 'unexpected' ? unexpected() : new PublicError(code, error.message);
}

const CODE_OF_STATUS: Readonly<Record<number, ErrorCode>> = {
  400: 'malformed',
  401: 'unsigned',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  413: 'too-large',
  415: 'unsupported-type',
  422: 'impossible',
  429: 'too-fast',
  500: 'unexpected',
  503: 'unavailable',
};

function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const { statusCode } = error as { readonly statusCode?: unknown };
  return typeof statusCode === 'number' ? statusCode : undefined;
}

function unavailable(): PublicError {
  const detail = 'A store cannot be reached; send it again in a few seconds, repeats count once';
  return new PublicError('unavailable', detail, undefined, {}, { 'retry-after': '3' });
}

function unexpected(): PublicError {
  return new PublicError('unexpected', 'Try again; if it stays, tell us the requestId');
}
