import type { ExplainReply } from '@bellwether/contracts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Answer } from '../api/answer.js';
import { explainedEntry } from './entry.fixture.js';
import { Explanation } from './explanation.svelte.js';

const reply = (change: Partial<ExplainReply> = {}): ExplainReply => ({
  person: { id: 7, name: 'Ada' },
  metric: { key: 'calls', version: 1, title: 'Calls', unit: { kind: 'points' } },
  period: { kind: 'day', key: '2026-11-18', startsOn: '2026-11-18', endsOn: '2026-11-18' },
  score: 2_000,
  halves: null,
  shown: 2_000,
  equal: true,
  noPlace: null,
  parts: [],
  brokenDown: null,
  entries: [],
  leftOut: { counts: [], newest: [] },
  nextAfter: null,
  ...change,
});
const done = (body: ExplainReply): Answer<ExplainReply> => ({ kind: 'done', body, at: 99 });

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('an explanation', () => {
  it('reads page after page until the ledger has no more', async () => {
    const asked: number[] = [];
    const explanation = new Explanation(({ after }) => {
      asked.push(after);
      return Promise.resolve(
        done(
          after === 0
            ? reply({ entries: [explainedEntry(1)], nextAfter: 1 })
            : reply({ entries: [explainedEntry(2)] }),
        ),
      );
    });
    await explanation.read();
    expect(asked).toEqual([0, 1]);
    expect(explanation.entries.map(({ seq }) => seq)).toEqual([1, 2]);
    expect(explanation).toMatchObject({ state: 'read', complete: true, provedAt: 99 });
  });

  it('keeps what it showed while it reads anew, and when that fails', async () => {
    const answers: Answer<ExplainReply>[] = [
      done(reply({ entries: [explainedEntry(1)] })),
      { kind: 'unreachable' },
    ];
    const explanation = new Explanation(() =>
      Promise.resolve(answers.shift() ?? { kind: 'unreachable' }),
    );
    await explanation.read();
    await explanation.read();
    expect(explanation.state).toBe('failed');
    expect(explanation.trouble).toContain('does not answer');
    expect(explanation.entries).toHaveLength(1);
  });

  it('adds up again when a delivery came in between, and gives up after three times', async () => {
    let asked = 0;
    const explanation = new Explanation(() => {
      asked += 1;
      return Promise.resolve(done(reply({ shown: 1_000, equal: false })));
    });
    await explanation.read();
    await vi.runAllTimersAsync();
    expect(asked).toBe(3);
    expect(explanation.reply?.equal).toBe(false);
  });

  it('asks no more once it is closed', async () => {
    let asked = 0;
    const explanation = new Explanation(() => {
      asked += 1;
      return Promise.resolve(done(reply({ equal: false })));
    });
    await explanation.read();
    explanation.close();
    await vi.runAllTimersAsync();
    expect(asked).toBe(1);
  });
});
