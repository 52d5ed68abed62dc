import fc from 'fast-check';

/** Texts that have broken something somewhere. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '\ud83d',
    '\u202e',
    '%00',
    '%',
    '%zz',
    '../../etc/passwd',
    "' or 1=1 --",
    "'; drop table entry; --",
    '$1',
    '${7*7}',
    '{{7*7}}',
    '<script>alert(1)</script>',
    '__proto__',
    'constructor',
    'NaN',
    'Infinity',
    '-0',
    '1e400',
    '0x10',
    '9'.repeat(400),
    'x'.repeat(20_000),
    'é'.normalize('NFD'),
    '2026-02-30',
    '0000-01-01T00:00:00Z',
    '+275760-09-13T00:00:00.001Z',
  ),
  fc.string({ maxLength: 60, unit: 'binary' }),
  fc.string({ maxLength: 60, unit: 'grapheme' }),
);

const hostileNumber: fc.Arbitrary<number> = fc.oneof(
  fc.constantFrom(
    0,
    -0,
    -1,
    0.5,
    1e-320,
    2_147_483_647,
    2_147_483_648,
    -2_147_483_649,
    Number.MAX_SAFE_INTEGER,
    1e19,
    1e308,
    Number.MIN_VALUE,
  ),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);

/** Of a wrong type, too large, too deep, or with names that mean something to the language. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  hostileText,
  hostileNumber,
  fc.constantFrom<unknown>(null, true, false, [], {}, [[]], [null], { length: 1e9 }),
  fc.integer({ min: 20, max: 3_000 }).map((depth) => nested(depth)),
  fc.array(hostileNumber, { minLength: 1_000, maxLength: 1_200 }),
  fc.dictionary(hostileText, fc.jsonValue({ maxDepth: 2 }), { maxKeys: 5 }),
  fc.jsonValue({ maxDepth: 4 }),
);

/** Bodies that are no JSON, or JSON that no writer writes. */
export const hostileBody: fc.Arbitrary<Buffer> = fc.oneof(
  fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
  fc
    .constantFrom(
      '',
      '{',
      '[',
      'null',
      '0',
      '"',
      '{"a":1,"a":2}',
      '{"__proto__":{"polluted":1}}',
      '{"constructor":{"prototype":{"polluted":1}}}',
      `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
      `{"a":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}`,
      `[${'0,'.repeat(200_000)}0]`,
      `"${'\\u0000'.repeat(5_000)}"`,
      '\ufeff{}',
      '1e999999',
      'x'.repeat(1_100_000),
    )
    .map((text) => Buffer.from(text)),
);

/** Values of heads, of the characters that a head may hold. */
export const hostileHead: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '',
    'Bearer',
    'Bearer ',
    'Basic Og==',
    'Basic !!!',
    'bytes=0-,0-,0-',
    '*/*;q=2',
    'application/json;charset=utf-16',
    'application/json; charset="',
    'text/csv',
    'multipart/form-data; boundary=',
    'gzip',
    'br',
    '[::1]:99999',
    '127.0.0.1, 127.0.0.1',
    'W/"',
    '-1',
    'a'.repeat(4_000),
  ),
  fc.string({ maxLength: 80 }).map((text) => text.replaceAll(/[^\x20-\x7e]/g, '~')),
);

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}
