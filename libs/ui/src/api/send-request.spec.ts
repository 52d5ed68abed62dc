import { describe, expect, it } from 'vitest';
import { fieldOf, reasonOf } from './answer.js';
import { sendRequest, type Fetching } from './send-request.js';

const problem = {
  type: 'urn:bellwether:problem:malformed',
  title: 'The request cannot be read',
  status: 400,
  code: 'malformed',
  detail: 'slides.0.seconds is less than 5',
  field: '/slides/0/seconds',
};

const answering =
  (body: string, init: ResponseInit = {}): Fetching =>
  () =>
    Promise.resolve(new Response(body, init));

describe('a request', () => {
  it('brings its body and when it was answered', async () => {
    const date = 'Sat, 21 Nov 2026 14:32:09 GMT';
    const fetching = answering('{"id":7}', { headers: { date } });
    expect(await sendRequest('/x', {}, fetching)).toEqual({
      kind: 'done',
      body: { id: 7 },
      at: Date.parse(date),
    });
  });

  it('carries the key and the body', async () => {
    const sent: RequestInit[] = [];
    await sendRequest('/x', { method: 'POST', key: 'k', json: { a: 1 } }, (_, init) => {
      sent.push(init);
      return Promise.resolve(new Response('{}'));
    });
    expect(sent[0]).toMatchObject({
      method: 'POST',
      body: '{"a":1}',
      headers: { authorization: 'Bearer k', 'content-type': 'application/json' },
    });
  });

  it('is done also when there is nothing to answer', async () => {
    const nothing: Fetching = () => Promise.resolve(new Response(null, { status: 204 }));
    const answer = await sendRequest('/x', { method: 'DELETE' }, nothing);
    expect(answer).toMatchObject({ kind: 'done', body: null });
  });

  it('is refused with the reason and the field', async () => {
    const answer = await sendRequest('/x', {}, answering(JSON.stringify(problem), { status: 400 }));
    expect(answer).toEqual({ kind: 'refused', problem });
    if (answer.kind !== 'refused') return;
    expect(reasonOf(answer)).toBe('slides.0.seconds is less than 5');
    expect(fieldOf(answer.problem)).toBe('slides.0.seconds');
  });

  it.each([
    ['a proxy answers instead', answering('<html>', { status: 502 })],
    ['a portal answers with a page', answering('<html>')],
    ['nobody answers', () => Promise.reject(new TypeError('Failed to fetch'))],
  ])('is unreachable when %s', async (_, fetching) => {
    expect(await sendRequest('/x', {}, fetching)).toEqual({ kind: 'unreachable' });
  });

  it('gives up when it takes too long', async () => {
    const never: Fetching = (_, { signal }) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(new DOMException('aborted')));
      });
    expect(await sendRequest('/x', { patience: 1 }, never)).toEqual({ kind: 'unreachable' });
  });
});
