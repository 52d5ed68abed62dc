import { describe, expect, it } from 'vitest';
import { DESK_PAGES, groupsOf, pageOf, pagesFor } from './desk-pages.js';

const keys = (pages: readonly { readonly key: string }[]) => pages.map(({ key }) => key);
const all = pagesFor(() => true);

describe('the pages of the desk', () => {
  it('have each an address of their own, of small letters', () => {
    expect(new Set(keys(all)).size).toBe(DESK_PAGES.length);
    for (const key of keys(all)) expect(key).toMatch(/^[a-z-]+$/);
  });

  it('are found by their addresses, and nothing else is', () => {
    expect(keys(all).map((key) => pageOf(key)?.key)).toEqual(keys(all));
    expect(pageOf('nowhere')).toBeUndefined();
  });

  it('leave out what somebody may not see', () => {
    expect(keys(pagesFor((permission) => permission === 'boards.read'))).toEqual(['floor']);
  });

  it('stand group by group as they stand in the list', () => {
    expect(keys(groupsOf(all).flat())).toEqual(keys(all));
  });

  it('fit at the foot of a phone', () => {
    expect(all.filter(({ near }) => near).length).toBeLessThanOrEqual(4);
  });
});
