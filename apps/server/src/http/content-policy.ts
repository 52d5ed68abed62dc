import { createHash } from 'node:crypto';

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;
const HOST = /^[\w.:[\]-]+$/;

/** For answers that are no pages: they load nothing, whoever opens them. */
export const NO_PAGE = "default-src 'none'; frame-ancestors 'none'";

/** For scripts: a service worker may do what the policy of its own file says. */
export const SCRIPT = "default-src 'self'; frame-ancestors 'none'";

/** For the page that documents the API, whose scripts are not ours. */
export const API_PAGE = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * What one of our pages may load: its own files, the scripts that stand in it by their hashes, and
 * pictures of people from wherever they are. `host` is by what name it was asked for: engines of before
 * 2022 do not take a socket for a part of the page's own origin.
 */
export function contentPolicyOf(html: string, host: string): string {
  const scripts = [...html.matchAll(INLINE_SCRIPT)].map(([, text = '']) => `'${hashOf(text)}'`);
  const sockets = HOST.test(host) ? [`ws://${host}`, `wss://${host}`] : [];
  return [
    "default-src 'none'",
    ['script-src', "'self'", ...scripts].join(' '),
    // Widths and colours of the data are set on the elements themselves.
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self'",
    "img-src 'self' data: https:",
    ['connect-src', "'self'", ...sockets].join(' '),
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
