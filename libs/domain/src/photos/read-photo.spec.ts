import { describe, expect, it } from 'vitest';
import { readPhoto } from './read-photo.js';

const letters = (text: string) =>
  Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
const uint32 = (value: number) => [
  value >>> 24,
  (value >>> 16) & 255,
  (value >>> 8) & 255,
  value & 255,
];
const little = (value: number) => uint32(value).reverse();
const of = (...parts: readonly (readonly number[])[]) => new Uint8Array(parts.flat());
const textOf = (bytes: Uint8Array) => String.fromCharCode(...bytes);

const segment = (marker: number, content: readonly number[]) => [
  0xff,
  marker,
  (content.length + 2) >> 8,
  (content.length + 2) & 255,
  ...content,
];
const frame = (width: number, height: number) =>
  segment(0xc0, [8, height >> 8, height & 255, width >> 8, width & 255, 1]);
const jpeg = (width: number, height: number) =>
  of(
    [0xff, 0xd8],
    segment(0xe0, letters('JFIF')),
    segment(0xe1, letters('Exif\0\0 GPS 38.7 N')),
    segment(0xfe, letters('by a camera')),
    frame(width, height),
    segment(0xda, [0]),
    letters('pixels'),
  );

const chunk = (kind: string, content: readonly number[]) => [
  ...uint32(content.length),
  ...letters(kind),
  ...content,
  0,
  0,
  0,
  0,
];
const png = (width: number, height: number) =>
  of(
    letters('\x89PNG\r\n\x1a\n'),
    chunk('IHDR', [...uint32(width), ...uint32(height), 8, 6, 0, 0, 0]),
    chunk('eXIf', letters('GPS 38.7 N')),
    chunk('tEXt', letters('by a camera')),
    chunk('IDAT', letters('pixels')),
    chunk('IEND', []),
  );

const riff = (kind: string, content: readonly number[]) => [
  ...letters(kind),
  ...little(content.length),
  ...content,
  ...(content.length % 2 ? [0] : []),
];
const webp = (width: number, height: number) => {
  const parts = [
    ...riff('VP8X', [
      0x0c,
      0,
      0,
      0,
      (width - 1) & 255,
      (width - 1) >> 8,
      0,
      (height - 1) & 255,
      (height - 1) >> 8,
      0,
    ]),
    ...riff('VP8 ', letters('ten pixels')),
    ...riff('EXIF', letters('GPS 38.7 N')),
  ];
  return of(letters('RIFF'), little(parts.length + 4), letters('WEBP'), parts);
};

describe('a photo', () => {
  it.each([
    ['image/jpeg', jpeg],
    ['image/png', png],
    ['image/webp', webp],
  ])('is an %s without what the camera told', (type, make) => {
    const photo = readPhoto(make(640, 480));
    if (typeof photo === 'string') throw new Error(photo);
    expect([photo.type, photo.width, photo.height]).toEqual([type, 640, 480]);
    expect(textOf(photo.bytes)).not.toMatch(/GPS|camera/);
    expect(textOf(photo.bytes)).toContain('pixels');
    // What was left out stays out, and nothing else goes.
    expect(readPhoto(photo.bytes)).toEqual(photo);
  });

  it.each([
    ['a drawing with scripts', new TextEncoder().encode('<svg onload="alert(1)"/>')],
    ['a film', of(letters('GIF89a'), [1, 0, 1, 0])],
    ['nothing', new Uint8Array()],
    ['a JPEG that breaks off', jpeg(640, 480).subarray(0, 30)],
    ['a PNG that breaks off', png(640, 480).subarray(0, 60)],
  ])('is not %s', (_, bytes) => expect(readPhoto(bytes)).toBe('no-photo'));

  it.each([
    ['more pixels than a wall can paint', jpeg(4_000, 300)],
    ['more bytes than it needs', of([...jpeg(64, 64)], Array<number>(524_288).fill(0))],
  ])('may not have %s', (_, bytes) => expect(readPhoto(bytes)).toBe('too-large'));
});
