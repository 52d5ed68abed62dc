import type { LoggerService } from '@nestjs/common';
import type { DestinationStream, Logger, LoggerOptions } from 'pino';
import { pino } from 'pino';
import type { LogLevel } from '../config/settings.js';
import type { Log } from '../engines/log.js';

/** Values under these names never reach a log, wherever they stand. */
const SECRETS = [
  'authorization',
  'cookie',
  'secret',
  'secrets',
  'token',
  'apiKey',
  'key',
  'password',
];

/** Structured logs: one JSON object a line, on standard output or where else they are to go. */
export function openLog(
  level: LogLevel,
  destination?: DestinationStream,
): Log & { readonly pino: Logger } {
  const options: LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: {
      paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
      censor: '[secret]',
    },
  };
  const logger = destination ? pino(options, destination) : pino(options);
  return {
    pino: logger,
    info: (message, fields = {}) => logger.info(fields, message),
    warn: (message, fields = {}) => logger.warn(fields, message),
    error: (message, fields = {}) => logger.error(fields, message),
  };
}

/** Nest's own lines among ours; its start-up chatter only when asked for. */
export function nestLogger({ pino: logger }: { readonly pino: Logger }): LoggerService {
  const write =
    (level: 'debug' | 'warn' | 'error') =>
    (message: unknown, ...rest: unknown[]): void => {
      const context = rest.findLast((part) => typeof part === 'string');
      logger[level]({ context }, message instanceof Error ? message.stack : String(message));
    };
  return {
    log: write('debug'),
    verbose: write('debug'),
    debug: write('debug'),
    warn: write('warn'),
    error: write('error'),
    fatal: write('error'),
  };
}
