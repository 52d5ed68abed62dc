import { scoreInThread } from './scoring-thread/score-in-thread.js';

await scoreInThread();
