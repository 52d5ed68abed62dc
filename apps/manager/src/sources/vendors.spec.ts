import { describe, expect, it } from 'vitest';
import { addressOf, kindText } from './source-address.js';
import { signInSecret } from './vendors.js';

describe('a source', () => {
  it('sends to an address of its kind', () => {
    const at = (kind: string) => addressOf({ kind, address: 'x-1' }, 'https://sales.example.com');
    expect(at('canonical')).toBe('https://sales.example.com/api/v1/events?source=x-1');
    expect(at('aircall')).toBe('https://sales.example.com/hooks/x-1');
  });

  it('is called by its vendor, also one that this page does not know', () => {
    expect(['canonical', 'pipedrive', 'faxline'].map(kindText)).toEqual([
      'Events API',
      'Pipedrive',
      'faxline',
    ]);
  });

  it('signs in with a password that fits into a form and cannot be guessed', () => {
    const all = new Set(Array.from({ length: 50 }, () => signInSecret()));
    expect(all.size).toBe(50);
    for (const secret of all) expect(secret).toMatch(/^bellwether:[\w-]{24}$/);
    expect(signInSecret((bytes) => bytes.fill(255))).toBe(`bellwether:${'_'.repeat(24)}`);
  });
});
