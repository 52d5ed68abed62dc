import type {
  AuditReply,
  ExchangeRatesReply,
  ParkedReply,
  Problem,
  RescoringReply,
} from '@bellwether/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiClient } from '../support/api-client.js';
import type { TestServer } from '../support/test-server.js';
import { startTestServer } from '../support/test-server.js';
import { testUrls } from '../support/urls.js';

let server: TestServer;
beforeAll(async () => (server = await startTestServer(await testUrls())));
afterAll(() => server.close());

let floor: ApiClient;
beforeEach(async () => {
  floor = await ApiClient.found(server, { currency: 'EUR' });
  await floor.hire('Iberia', 'ada');
});

const PATH = '/api/v1/exchange-rates';
const MARCH = 'revenue_won.month@2026-03.reps';
type Change = readonly [currency: string, from: string, rate: string | null];

const say = (...changes: readonly Change[]) =>
  floor.own<ExchangeRatesReply & Problem>(PATH, {
    method: 'PATCH',
    json: { rates: changes.map(([currency, from, rate]) => ({ currency, from, rate })) },
  });

const deal = (name: string, day: string, amount: string, currency: string) => ({
  type: 'deal',
  externalId: name,
  changedAt: `${day}T10:00:00Z`,
  owner: 'ada@example.com',
  status: 'won',
  closedOn: day,
  amount,
  currency,
});

/** Until nothing is counted anew any more. */
async function revenue(): Promise<number | undefined> {
  await vi.waitFor(
    async () => {
      const { body } = await floor.own<RescoringReply>('/api/v1/rescoring');
      expect(body.rescoring?.state ?? 'done').toBe('done');
    },
    { timeout: 20_000, interval: 20 },
  );
  return (await floor.standing(MARCH))[0]?.[1];
}

const piles = async () => (await floor.own<ParkedReply>('/api/v1/parked')).body.counts;

describe('exchange rates', () => {
  it('let what was parked for want of them count, at the rate of its day', async () => {
    await floor.events([
      deal('D-1', '2026-03-02', '100.00', 'USD'),
      deal('D-2', '2026-03-20', '100.00', 'USD'),
      deal('D-3', '2026-03-20', '100.00', 'GBP'),
      deal('D-4', '2026-03-20', '7.00', 'EUR'),
    ]);
    expect(await revenue()).toBe(700);
    expect(await piles()).toEqual([
      { kind: 'foreign-currency', subject: 'USD', items: 2 },
      { kind: 'foreign-currency', subject: 'GBP', items: 1 },
    ]);
    const said = await say(['USD', '2026-03-01', '0.92'], ['USD', '2026-03-15', '0.95']);
    expect(said.status).toBe(200);
    expect(said.body).toEqual({
      currency: 'EUR',
      rates: [
        { currency: 'USD', from: '2026-03-15', rate: '0.95' },
        { currency: 'USD', from: '2026-03-01', rate: '0.92' },
      ],
    });
    await vi.waitFor(async () => expect(await revenue()).toBe(700 + 9_200 + 9_500));
    expect(await piles()).toEqual([{ kind: 'foreign-currency', subject: 'GBP', items: 1 }]);
  });

  it('come to the same whichever comes first, the deal or its rate', async () => {
    const first: readonly Change[] = [['USD', '2026-03-01', '0.90']];
    const second: readonly Change[] = [
      ['USD', '2026-03-10', '0.9217'],
      ['GBP', '2026-01-01', '1.1731'],
    ];
    const deals = [
      deal('D-1', '2026-03-09', '10000.01', 'USD'),
      deal('D-2', '2026-03-10', '10000.01', 'USD'),
      deal('D-3', '2026-03-11', '333.33', 'GBP'),
    ];
    const expected = 900_001 + 921_701 + 39_103;
    for (const steps of [
      [() => say(...first, ...second), () => floor.events(deals)],
      [() => floor.events(deals), () => say(...first), () => say(...second)],
      [() => say(...first), () => floor.events(deals), () => say(...second)],
    ]) {
      floor = await ApiClient.found(server, { currency: 'EUR' });
      await floor.hire('Iberia', 'ada');
      for (const step of steps) {
        await step();
        await floor.scored();
      }
      await vi.waitFor(async () => expect(await revenue()).toBe(expected));
    }
  });

  it('can be corrected and taken away: history follows', async () => {
    await say(['USD', '2026-03-01', '0.92']);
    await floor.events([deal('D-1', '2026-03-02', '100.00', 'USD')]);
    expect(await revenue()).toBe(9_200);
    await say(['USD', '2026-03-01', '0.93']);
    await vi.waitFor(async () => expect(await revenue()).toBe(9_300));
    await say(['USD', '2026-03-01', null]);
    await vi.waitFor(async () => expect(await revenue()).toBeUndefined());
    const { body } = await floor.own<AuditReply>('/api/v1/audit?subject=organisation');
    const told = body.changes.filter(({ deed }) => deed === 'exchange-rates-changed');
    expect(told.map(({ before, after }) => [before, after])).toEqual([
      [{ 'USD 2026-03-01': '0.93' }, { 'USD 2026-03-01': null }],
      [{ 'USD 2026-03-01': '0.92' }, { 'USD 2026-03-01': '0.93' }],
      [{ 'USD 2026-03-01': null }, { 'USD 2026-03-01': '0.92' }],
    ]);
  });

  it('count nothing anew for a day that is still to come, nor when nothing changes', async () => {
    await say(['USD', '2090-01-01', '0.92']);
    await say(['USD', '2090-01-01', '0.92']);
    expect((await floor.own<RescoringReply>('/api/v1/rescoring')).body.rescoring).toBeNull();
    const { body } = await floor.own<AuditReply>('/api/v1/audit?subject=organisation');
    const deeds = body.changes.map(({ deed }) => deed);
    expect(deeds.filter((deed) => deed === 'exchange-rates-changed')).toHaveLength(1);
  });

  it.each([
    ['the own currency', ['EUR', '2026-03-01', '1'], 422, '/rates'],
    ['nothing', ['USD', '2026-03-01', '0.0'], 400, '/rates/0/rate'],
    ['no number', ['USD', '2026-03-01', '0,92'], 400, '/rates/0/rate'],
    ['no day', ['USD', '2026-02-30', '0.92'], 400, '/rates/0/from'],
    ['no currency', ['usd', '2026-03-01', '0.92'], 400, '/rates/0/currency'],
  ] as const)('refuse %s', async (_, change, status, field) => {
    const refused = await say(change);
    expect([refused.status, refused.body.field]).toEqual([status, field]);
    expect((await floor.own<ExchangeRatesReply>(PATH)).body.rates).toEqual([]);
  });
});
