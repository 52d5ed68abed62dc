import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { CannotOpen, SealedSecrets, isSealed } from './sealed-secrets.js';

const key = randomBytes(32);
const secrets = new SealedSecrets(() => key);
const given = ['whsec_abc', 'user:pässword', ''];

describe('a sealed secret', () => {
  it('opens for its own source, and shows nothing of itself', () => {
    const sealed = secrets.seal(1, 2, given);
    expect(sealed.every(isSealed)).toBe(true);
    expect(sealed.join()).not.toMatch(/whsec|pässword/);
    expect(secrets.open(1, 2, sealed)).toEqual(given);
  });

  it('is another text each time', () => {
    expect(secrets.seal(1, 2, given)).not.toEqual(secrets.seal(1, 2, given));
  });

  it.each([
    ['of another source', () => secrets.open(1, 3, secrets.seal(1, 2, given))],
    ['of another organisation', () => secrets.open(3, 2, secrets.seal(1, 2, given))],
    ['with another key', () => secrets.open(1, 2, other().seal(1, 2, given))],
    [
      'that is cut short',
      () => secrets.open(1, 2, [`${secrets.seal(1, 2, given)[0]?.slice(0, 30)}`]),
    ],
    ['that was changed', () => secrets.open(1, 2, secrets.seal(1, 2, ['abcdef']).map(changed))],
  ])('%s does not open', (_, open) => {
    expect(open).toThrow(CannotOpen);
  });

  it('from before there was a key is as it was', () => {
    expect(secrets.open(1, 2, ['whsec_old'])).toEqual(['whsec_old']);
  });
});

const other = (): SealedSecrets => new SealedSecrets(() => randomBytes(32));

function changed(sealed: string): string {
  const at = sealed.length - 26;
  return sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1);
}
