import { describe, expect, it } from 'vitest';
import { isStoreAway } from './store-away.js';

const withCode = (code: string) => Object.assign(new Error('of the store'), { code });

describe('a store is away', () => {
  it.each(['ECONNREFUSED', 'ENOENT', '08006', '53100', '53300', '57P01', '57P03'])(
    'by %s',
    (code) => expect(isStoreAway(withCode(code))).toBe(true),
  );

  it.each(['Connection terminated unexpectedly', 'The client is offline'])('by "%s"', (message) =>
    expect(isStoreAway(new Error(message))).toBe(true),
  );

  it.each(['23505', '42P01', 'ERR_INVALID_ARG_TYPE'])('but not by %s', (code) =>
    expect(isStoreAway(withCode(code))).toBe(false),
  );
});
