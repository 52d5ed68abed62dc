import { describe, expect, it } from 'vitest';
import { connectors } from './index.js';
import { sourceOf } from './source.fixture.js';

const now = Date.parse('2026-11-20T12:00:00Z');
const url = 'https://sales.example.com/hooks/some-address';

describe.each([
  ['canonical', ['whsec_b2xkLW9sZC1vbGQ=', 'whsec_bmV3LW5ldy1uZXc='], 'deal'],
  ['hubspot', ['the-old-secret', 'the-new-secret'], 'deal'],
  ['pipedrive', ['lark:old-password', 'lark:new-password'], 'deal'],
  ['aircall', ['the-old-token', 'the-new-token'], 'call'],
])('the sample of %s', (kind, secrets, type) => {
  const connector = connectors(kind)!;
  const source = sourceOf(kind, secrets);
  const { headers, body } = connector.sample(source, url, '0a1b2c3d4e5f', now);
  const request = { method: 'POST', url, headers, body };

  it('is proven by the newest secret, and by no other', () => {
    expect(connector.refusal(request, sourceOf(kind, secrets.slice(1)), now)).toBeUndefined();
    expect(connector.refusal(request, sourceOf(kind, secrets.slice(0, 1)), now)).toBeDefined();
  });

  it('is understood', () => {
    const split = connector.split(request, source, now);
    const items = split.kind === 'items' ? split.items : [];
    const mapped = items.map((item) =>
      item.kind === 'item' ? connector.map(item.body, item.key, source) : item,
    );
    expect(mapped).toMatchObject([{ kind: 'changes', changes: [{ type }] }]);
    expect(JSON.stringify(mapped)).toContain('test-0a1b2c3d4e5f');
  });
});
