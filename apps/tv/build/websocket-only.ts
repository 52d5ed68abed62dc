import type { Plugin } from 'vite';

const TRANSPORTS = /engine\.io-client\/build\/esm\/transports\/index\.js$/;

/** A wall speaks by WebSocket and nothing else: the other ways that socket.io knows stay out of its script. */
export function websocketOnly(): Plugin {
  let isDone = false;
  return {
    name: 'websocket-only',
    apply: 'build',
    load: {
      filter: { id: TRANSPORTS },
      handler() {
        isDone = true;
        return `import { WS } from './websocket.js'; export const transports = { websocket: WS };`;
      },
    },
    buildEnd(error) {
      if (!error && !isDone) this.error('engine.io-client keeps its transports somewhere else now');
    },
  };
}
