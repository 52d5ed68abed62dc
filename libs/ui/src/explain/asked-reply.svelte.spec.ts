import { describe, expect, it } from 'vitest';
import type { Answer } from '../api/answer.js';
import { AskedReply } from './asked-reply.svelte.js';

const done = (body: string): Answer<string> => ({ kind: 'done', body, at: 7 });

describe('a question to the server', () => {
  it('keeps what was told when the next one is not answered', async () => {
    const answers: Answer<string>[] = [done('one'), { kind: 'unreachable' }];
    const asked = new AskedReply(() => Promise.resolve(answers.shift() ?? done('more')));
    await asked.read();
    expect(asked).toMatchObject({ reply: 'one', at: 7, reading: false, trouble: null });
    await asked.read();
    expect(asked.reply).toBe('one');
    expect(asked.trouble).toContain('does not answer');
    await asked.read();
    expect(asked).toMatchObject({ reply: 'more', trouble: null });
  });

  it('drops an answer that is overtaken, and every one once it is closed', async () => {
    const waiting: ((answer: Answer<string>) => void)[] = [];
    const asked = new AskedReply<string>(() => new Promise((resolve) => waiting.push(resolve)));
    const [first, second] = [asked.read(), asked.read()];
    waiting[1]?.(done('second'));
    waiting[0]?.(done('first'));
    await Promise.all([first, second]);
    expect(asked.reply).toBe('second');
    const third = asked.read();
    asked.close();
    waiting[2]?.(done('third'));
    await third;
    expect(asked.reply).toBe('second');
  });
});
