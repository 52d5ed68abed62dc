export * from './open-redis.js';
export * from './redis-board-store.js';
