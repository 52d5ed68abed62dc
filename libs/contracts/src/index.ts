export * from './live/board.js';
export * from './live/celebration.js';
export * from './live/freshness.js';
export * from './live/protocol.js';
export * from './live/screen.js';
export * from './http/session.js';
export * from './http/events.js';
export * from './http/problem.js';
