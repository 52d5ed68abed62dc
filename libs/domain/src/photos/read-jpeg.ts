import type { Photo } from './photo.js';
import { joined, viewOf } from './photo.js';

const START_OF_SCAN = 0xda;
/** How colours are to be read; every other application segment tells of the camera. */
const KEPT = [0xe0, 0xee];

/** Undefined when it is no JPEG. What the camera told of time, place and itself is left out. */
export function readJpeg(bytes: Uint8Array): Photo | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined;
  const view = viewOf(bytes);
  const parts = [bytes.subarray(0, 2)];
  let size: { width: number; height: number } | undefined;
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === START_OF_SCAN) {
      if (!size) return undefined;
      return { type: 'image/jpeg', ...size, bytes: joined([...parts, bytes.subarray(at)]) };
    }
    const end = at + 2 + view.getUint16(at + 2);
    if (end > bytes.length) return undefined;
    if (isFrame(marker) && at + 9 <= end) {
      size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    }
    if (isKept(marker)) parts.push(bytes.subarray(at, end));
    at = end;
  }
  return undefined;
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

function isKept(marker: number): boolean {
  const isOfCamera = (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;
  return !isOfCamera || KEPT.includes(marker);
}
