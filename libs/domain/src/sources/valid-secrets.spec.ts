import { expect, it } from 'vitest';
import { validSecrets } from './valid-secrets.js';

it.each([
  ['a source with one secret', ['a'], null, ['a']],
  ['a rotation without an end', ['a', 'b'], null, ['a', 'b']],
  ['a rotation that goes on', ['a', 'b'], 1_001, ['a', 'b']],
  ['a rotation that ends this moment', ['a', 'b'], 1_000, ['b']],
  ['a rotation that is over', ['a', 'b', 'c'], 999, ['c']],
])('%s', (_, secrets, oldUntil, valid) => {
  expect(validSecrets(secrets, oldUntil, 1_000)).toEqual(valid);
});
