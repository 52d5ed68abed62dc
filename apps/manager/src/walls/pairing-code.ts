import { listText, typedCode, valueOfAddress, type TypedCode } from '@bellwether/ui';

/** What codes are made of; the server has the same. */
export const CODE_ALPHABET = 'CDFHJKMNPQRTVWXY34679';
export const CODE_LENGTH = 8;

/** More of them would say no more. */
const MOST_TOLD = 3;

/** The code in whatever was typed or pasted: `hk7p rm4x`, or an address that ends in `/pair/HK7P-RM4X`. */
export function readPairingCode(text: string): TypedCode {
  const inPath = /\/pair\/([^/?#\s]+)/i.exec(text)?.[1];
  return typedCode(inPath ?? valueOfAddress(text, 'pair') ?? text, CODE_ALPHABET, CODE_LENGTH);
}

/** `#pair=HK7P-RM4X` asks for this code to be paired, `#pair` for any: that is ''. Null when it is not asked for. */
export function pairingAsked(hash: string): string | null {
  return /(?:^|[#&])pair(?:=|&|$)/.test(hash)
    ? readPairingCode(valueOfAddress(hash, 'pair') ?? '').code
    : null;
}

/** `HK7P-RM4X`, as the screen shows it. */
export function codeText(code: string): string {
  const half = CODE_LENGTH / 2;
  return code.length > half ? `${code.slice(0, half)}-${code.slice(half)}` : code;
}

/** Why something that was typed is not taken; null when all was. */
export function foreignText(foreign: readonly string[]): string | null {
  if (foreign.length === 0) return null;
  const none = foreign.slice(0, MOST_TOLD).map((character) => `no ${character}`);
  return `Codes have ${listText(none)}. Look again`;
}
