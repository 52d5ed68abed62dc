import type { Photo } from './photo.js';
import { joined, textAt, viewOf } from './photo.js';

/** A still picture with or without transparency; what else there can be tells of the camera, or moves. */
const KEPT = ['VP8 ', 'VP8L', 'VP8X', 'ALPH'];
const TRANSPARENT = 0x10;
/** The letters of both, as numbers. */
const RIFF = 0x52494646;
const WEBP = 0x57454250;

/** Undefined when it is no WebP that stands still. What the camera told is left out. */
export function readWebp(bytes: Uint8Array): Photo | undefined {
  if (textAt(bytes, 0, 4) !== 'RIFF' || textAt(bytes, 8, 4) !== 'WEBP') return undefined;
  const view = viewOf(bytes);
  const parts: Uint8Array[] = [];
  let size: { width: number; height: number } | undefined;
  for (let at = 12; at + 8 <= bytes.length;) {
    const length = view.getUint32(at + 4, true);
    const end = at + 8 + length + (length % 2);
    if (end > bytes.length) return undefined;
    const kind = textAt(bytes, at, 4);
    size ??= sizeIn(kind, view, at + 8);
    if (KEPT.includes(kind))
      parts.push(kind === 'VP8X' ? plain(bytes, at, end) : bytes.subarray(at, end));
    at = end;
  }
  const hasPicture = parts.some((part) => ['VP8 ', 'VP8L'].includes(textAt(part, 0, 4)));
  return size && hasPicture ? { type: 'image/webp', ...size, bytes: wrapped(parts) } : undefined;
}

function sizeIn(kind: string, view: DataView, at: number) {
  if (at + 10 > view.byteLength) return undefined;
  switch (kind) {
    case 'VP8X':
      return { width: 1 + uint24(view, at + 4), height: 1 + uint24(view, at + 7) };
    case 'VP8 ':
      return {
        width: view.getUint16(at + 6, true) & 0x3fff,
        height: view.getUint16(at + 8, true) & 0x3fff,
      };
    case 'VP8L': {
      const bits = view.getUint32(at + 1, true);
      return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
    }
    default:
      return undefined;
  }
}

function uint24(view: DataView, at: number): number {
  return view.getUint8(at) | (view.getUint8(at + 1) << 8) | (view.getUint8(at + 2) << 16);
}

/** Of what it says of itself, only that it is transparent. */
function plain(bytes: Uint8Array, at: number, end: number): Uint8Array {
  const part = bytes.slice(at, end);
  part[8] = (part[8] ?? 0) & TRANSPARENT;
  return part;
}

function wrapped(parts: readonly Uint8Array[]): Uint8Array {
  const body = joined(parts);
  const head = new Uint8Array(12);
  const view = viewOf(head);
  view.setUint32(0, RIFF);
  view.setUint32(4, body.length + 4, true);
  view.setUint32(8, WEBP);
  return joined([head, body]);
}
