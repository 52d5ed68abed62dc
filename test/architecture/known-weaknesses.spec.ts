import { describe, expect, it } from 'vitest';
import { judgeAudit } from '../../scripts/launcher/judge-audit.mjs';

const told = (vulnerabilities: object) =>
  `npm warn something\n${JSON.stringify({ auditReportVersion: 2, vulnerabilities })}\n`;

describe('packages with known weaknesses', () => {
  it.each([
    ['none', told({}), { kind: 'sound' }],
    ['a small one', told({ a: { severity: 'moderate', range: '<2' } }), { kind: 'sound' }],
    [
      'grave ones',
      told({ a: { severity: 'high', range: '<2' }, b: { severity: 'critical', range: '*' } }),
      { kind: 'weak', packages: ['a <2: high', 'b *: critical'] },
    ],
    [
      'a registry that does not tell',
      '{ "message": "405 Method Not Allowed", "statusCode": 405 }',
      { kind: 'no answer' },
    ],
    ['no network', 'npm error audit endpoint returned an error', { kind: 'no answer' }],
  ])('are told from %s', (_, output, judged) => {
    expect(judgeAudit(output)).toEqual(judged);
  });
});
