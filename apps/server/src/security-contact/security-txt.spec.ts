import { describe, expect, it } from 'vitest';
import { securityTxt } from './security-txt.js';

describe('security.txt', () => {
  it('says whom to tell, and is good for half a year', () => {
    const told = securityTxt(
      { contact: 'mailto:security@example.com', publicUrl: 'https://sales.example.com' },
      new Date('2026-11-22T10:20:00Z'),
    );
    expect(told.split('\n')).toEqual([
      'Contact: mailto:security@example.com',
      'Expires: 2027-05-21T00:00:00Z',
      'Preferred-Languages: en',
      'Canonical: https://sales.example.com/.well-known/security.txt',
      '',
    ]);
  });
});
