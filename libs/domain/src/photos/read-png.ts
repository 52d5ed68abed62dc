import type { Photo } from './photo.js';
import { joined, textAt, viewOf } from './photo.js';

const SIGNATURE = '\x89PNG\r\n\x1a\n';
const KEPT = ['IHDR', 'PLTE', 'tRNS', 'gAMA', 'sRGB', 'IDAT', 'IEND'];

/** Undefined when it is no PNG. Texts and moments in it are left out. */
export function readPng(bytes: Uint8Array): Photo | undefined {
  if (textAt(bytes, 0, 8) !== SIGNATURE || textAt(bytes, 12, 4) !== 'IHDR') return undefined;
  if (bytes.length < 33) return undefined;
  const view = viewOf(bytes);
  const parts = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return undefined;
    const kind = textAt(bytes, at + 4, 4);
    if (KEPT.includes(kind)) parts.push(bytes.subarray(at, end));
    if (kind === 'IEND') {
      const size = { width: view.getUint32(16), height: view.getUint32(20) };
      return { type: 'image/png', ...size, bytes: joined(parts) };
    }
    at = end;
  }
  return undefined;
}
