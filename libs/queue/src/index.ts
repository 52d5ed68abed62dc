export * from './scoring-queue.js';
export * from './scoring-worker.js';
