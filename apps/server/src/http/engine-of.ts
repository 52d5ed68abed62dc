import { browserOf } from './browser-of.js';

const CHROMIUM = /Chrome\/(\d+)/;
const VERSION = /(?:FxiOS|Firefox|CriOS|Version)\/(\d+)/;

/** `Chromium 76`, whatever it is called: televisions differ by their engine. Otherwise `Firefox 128 on Linux`. */
export function engineOf(userAgent: string): string {
  const chromium = CHROMIUM.exec(userAgent)?.[1];
  if (chromium !== undefined) return `Chromium ${chromium}`;
  const version = VERSION.exec(userAgent)?.[1];
  const [browser = '', ...system] = browserOf(userAgent).split(' on ');
  return [version === undefined ? browser : `${browser} ${version}`, ...system].join(' on ');
}
