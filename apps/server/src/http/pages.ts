import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { contentPolicyOf } from './content-policy.js';

const DESK = 'desk';
const PAGES = ['tv', DESK, 'phone'] as const;
const YEAR_SECONDS = 31_536_000;

/** Serves the wall, the desk and the phone page from what the build has put beside the server. */
export async function servePages(fastify: FastifyInstance): Promise<void> {
  const dist = builtPages(dirname(fileURLToPath(import.meta.url)));
  for (const page of PAGES) {
    const root = join(dist, page);
    if (!existsSync(root)) continue;
    await fastify.register(fastifyStatic, {
      root,
      prefix: `/${page}/`,
      decorateReply: page === DESK,
      cacheControl: false,
      setHeaders: (reply, path) => {
        // Names of assets change with their content; the page that names them must be asked for.
        const isAsset = path.includes('/assets/');
        const cache = isAsset ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache';
        void reply.header('cache-control', cache);
        if (!path.endsWith('.html')) return;
        // Read anew: a build may have put another page in its place since the start.
        const policy = contentPolicyOf(readFileSync(path, 'utf8'), reply.request.host);
        void reply.header('content-security-policy', policy);
      },
    });
    // A page of the desk, or something in it, by its own address: the page finds out which.
    if (page !== DESK) continue;
    for (const path of ['/desk/:page(^[a-z-]+$)', '/desk/:page(^[a-z-]+$)/:part(^[\\w-]+$)']) {
      fastify.get(path, (_request, reply) => reply.sendFile('index.html'));
    }
  }
  // What is typed by hand; the part of a link behind its # goes along.
  for (const page of PAGES) {
    fastify.get(`/${page}`, (_request, reply) => reply.redirect(`/${page}/`));
  }
  // The code of a screen, from a QR code or without one; behind the # it stays with the browser.
  fastify.get('/pair', (_request, reply) => reply.redirect('/desk/#pair'));
  fastify.get('/pair/:code', (request, reply) => {
    const { code } = request.params as { readonly code: string };
    return reply.redirect(`/desk/#pair=${encodeURIComponent(code)}`);
  });
  fastify.get('/', (_request, reply) => reply.redirect('/desk/'));
  // Browsers ask for it wherever no page names an icon of its own.
  fastify.get('/favicon.ico', (_request, reply) => reply.redirect('/desk/bell.svg'));
}

/** The folder `dist` that this file was built into, or that stands beside the sources. */
function builtPages(from: string): string {
  if (basename(from) === 'dist') return from;
  const beside = join(from, 'dist');
  const parent = dirname(from);
  return existsSync(beside) || parent === from ? beside : builtPages(parent);
}
