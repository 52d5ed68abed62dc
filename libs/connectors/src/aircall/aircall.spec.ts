import { describe, expect, it } from 'vitest';
import { requestOf, sourceOf } from '../source.fixture.js';
import { aircallConnector as aircall } from './aircall.connector.js';

const source = sourceOf('aircall', ['df76g76dpziygs567f0']);
const ended = {
  resource: 'call',
  event: 'call.ended',
  timestamp: 1_763_460_090,
  token: 'df76g76dpziygs567f0',
  data: {
    id: 780_836_699,
    direction: 'outbound',
    started_at: 1_763_460_000,
    answered_at: 1_763_460_020,
    ended_at: 1_763_460_080,
    duration: 80,
    raw_digits: '+353 1 555 0100',
    user: { id: 736_640, email: 'Ada@Example.com' },
    tags: [{ id: 1, name: 'roi' }],
  },
};

function itemOf(body: unknown) {
  const split = aircall.split(requestOf(body), source, 0);
  return split.kind === 'items' ? split.items[0] : undefined;
}
const mapped = (body: object) => aircall.map(JSON.stringify(body), 'key', source);

describe('Aircall', () => {
  it.each([
    [ended, true],
    [{ ...ended, token: 'df76g76dpziygs567f1' }, false],
    [{ ...ended, token: undefined }, false],
    [{ ...ended, token: 7 }, false],
    ['no json', false],
  ])('is believed by the token in the body (%#)', (body, isBelieved) => {
    expect(aircall.refusal(requestOf(body), source, 0) === undefined).toBe(isBelieved);
  });

  it('counts the time of talk, not of ringing', () => {
    expect(mapped(ended)).toEqual({
      kind: 'changes',
      changes: [
        {
          type: 'call',
          externalId: '780836699',
          change: {
            at: 1_763_460_090_000,
            key: 'key',
            set: {
              owner: 'email:ada@example.com',
              direction: 'outbound',
              startedAt: 1_763_460_000_000,
              endedAt: 1_763_460_080_000,
              talkSeconds: 60,
              outcome: 'answered',
              contact: '+353 1 555 0100',
              tags: ['roi'],
            },
          },
        },
      ],
    });
  });

  it('counts no talk when nobody answered, and knows people without an address by their number', () => {
    const data = { ...ended.data, answered_at: null, user: { id: 736_640 } };
    expect(mapped({ ...ended, data })).toMatchObject({
      changes: [
        { change: { set: { talkSeconds: 0, outcome: 'missed', owner: 'source-3:736640' } } },
      ],
    });
  });

  it.each(['call.created', 'call.hungup', 'call.commented', 'integration.deleted'])(
    'ignores %s',
    (event) => expect(itemOf({ ...ended, event })).toEqual({ kind: 'ignored' }),
  );

  it('ignores a call that reached nobody of ours', () => {
    expect(mapped({ ...ended, data: { ...ended.data, user: null } })).toEqual({ kind: 'ignored' });
  });

  it('keeps the event without the token that opens the door', () => {
    const item = itemOf(ended);
    expect(item).toMatchObject({ kind: 'item' });
    expect(JSON.stringify(item)).not.toContain(ended.token);
  });

  it('refuses what is no event', () => {
    expect(itemOf({ event: 'call.ended' })).toMatchObject({ kind: 'refused', field: '/resource' });
    expect(itemOf({ event: 7 })).toEqual({ kind: 'ignored' });
  });
});
