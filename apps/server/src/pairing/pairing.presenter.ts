import type { OpenPairing } from '@bellwether/application';
import type { PairingStarted } from '@bellwether/contracts';
import { encode } from 'uqr';
import type { Links } from '../access/links.js';

/** A manager looks up from the code a second after typing it. */
const INTERVAL_SECONDS = 1;

/** What the screen shows. Old engines draw a path; working out a QR code is left to us. */
export function presentPairing(
  { deviceCode, userCode, openedAt, expiresAt }: OpenPairing,
  links: Links,
): PairingStarted {
  const verificationUriComplete = links.pair(userCode);
  return {
    deviceCode,
    userCode,
    verificationUri: links.pair(),
    verificationUriComplete,
    expiresIn: Math.round((expiresAt - openedAt) / 1_000),
    interval: INTERVAL_SECONDS,
    qr: qrOf(verificationUriComplete),
  };
}

/** Dark modules as one path: a rectangle for each run of them in a line. */
function qrOf(text: string): PairingStarted['qr'] {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  const path = data.map((line, y) => pathOfLine(line, y)).join('');
  return { size, path };
}

function pathOfLine(line: readonly boolean[], y: number): string {
  let path = '';
  for (let x = 0; x < line.length; x += 1) {
    const from = x;
    while (line[x]) x += 1;
    if (x > from) path += `M${from} ${y}h${x - from}v1h${from - x}z`;
  }
  return path;
}
