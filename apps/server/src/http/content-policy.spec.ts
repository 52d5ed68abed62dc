import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { contentPolicyOf } from './content-policy.js';

function directive(policy: string, name: string): string | undefined {
  return policy.split('; ').find((part) => part.startsWith(`${name} `));
}

it('lets a page run the scripts that stand in it, and no other', () => {
  const hash = createHash('sha256').update('\n  begin();\n').digest('base64');
  const html = `<script src="/a.js"></script><script nomodule>\n  begin();\n</script>`;
  const policy = contentPolicyOf(html, 'bell.example');
  expect(directive(policy, 'script-src')).toBe(`script-src 'self' 'sha256-${hash}'`);
});

it('lets it talk to the host that it was asked for by, over sockets too', () => {
  const policy = contentPolicyOf('', '192.168.1.7:4321');
  expect(directive(policy, 'connect-src')).toBe(
    "connect-src 'self' ws://192.168.1.7:4321 wss://192.168.1.7:4321",
  );
});

it('takes no host that is none', () => {
  const policy = contentPolicyOf('', "evil; script-src 'unsafe-inline'");
  expect(directive(policy, 'connect-src')).toBe("connect-src 'self'");
});
