import { BellwetherApi } from '@bellwether/ui';
import { describe, expect, it } from 'vitest';
import { readPairingCode } from './pairing-code.js';
import { Pairing } from './pairing.svelte.js';
import { Walls } from './walls.svelte.js';

const ghent = { screenId: 7, name: 'Ghent, sales floor' };
const unknownCode = {
  code: 'not-found',
  detail: 'No screen shows this code. Look again: it changes every ten minutes',
  field: '/code',
};

/** A pairing whose server answers with this. */
function pairingWith(body: unknown, status = 200) {
  const sent: unknown[] = [];
  const api = new BellwetherApi('bw_owner_1', (_, init) => {
    sent.push(JSON.parse(init.body as string));
    return status === 0
      ? Promise.reject(new TypeError('Failed to fetch'))
      : Promise.resolve(new Response(JSON.stringify(body), { status }));
  });
  const walls = new Walls(api);
  return { pairing: new Pairing(walls), walls, sent };
}

describe('pairing a screen', () => {
  it('makes a new one of it, and begins anew', async () => {
    const { pairing, walls, sent } = pairingWith({ screen: ghent });
    pairing.type(readPairingCode('hk7p rm4x'));
    pairing.rename(' Ghent, sales floor ');
    expect(await pairing.send()).toEqual(ghent);
    expect(sent).toEqual([{ code: 'HK7PRM4X', name: 'Ghent, sales floor' }]);
    expect(walls.screens).toEqual([ghent]);
    expect([pairing.code, pairing.name, pairing.as]).toEqual(['', '', 'new']);
  });

  it('makes one of it that is there, which stays in its place', async () => {
    const { pairing, walls, sent } = pairingWith({ screen: ghent });
    const [old, other] = [screenOf(7), screenOf(8)];
    walls.screens = [old, other];
    pairing.type(readPairingCode('HK7P-RM4X'));
    pairing.choose(7);
    await pairing.send();
    expect(sent).toEqual([{ code: 'HK7PRM4X', screenId: 7 }]);
    expect(walls.screens).toEqual([ghent, other]);
  });

  it.each([
    ['HK7P', 'Hall', 'code', 'The code has eight letters and digits'],
    ['HK7PRM4X', '  ', 'name', 'Write where it hangs, e.g. Lisbon, by the lifts'],
  ])('with %j and %j asks for the %s first', async (code, name, field, text) => {
    const { pairing, sent } = pairingWith({ screen: ghent });
    pairing.type(readPairingCode(code));
    pairing.rename(name);
    expect(await pairing.send()).toBeNull();
    expect([pairing.trouble, sent]).toEqual([{ field, text }, []]);
  });

  it.each([
    [unknownCode, 404, 'code', unknownCode.detail],
    [{ code: 'impossible', detail: 'Too long', field: '/name' }, 422, 'name', 'Too long'],
    [{ code: 'too-fast', detail: 'Too fast' }, 429, 'form', 'Too fast'],
    [null, 0, 'form', 'The server does not answer. Try again in a moment'],
  ])('says why not, and keeps what was typed: %j', async (body, status, field, text) => {
    const { pairing } = pairingWith(body, status);
    pairing.type(readPairingCode('HK7P-RM4X'));
    pairing.rename('Hall');
    expect(await pairing.send()).toBeNull();
    expect(pairing.trouble).toEqual({ field, text });
    expect([pairing.code, pairing.name, pairing.sending]).toEqual(['HK7PRM4X', 'Hall', false]);
    pairing.type(readPairingCode('HK7P-RM4'));
    expect(pairing.trouble).toBeNull();
  });

  it('is sent once, however often it is asked for', async () => {
    const { pairing, sent } = pairingWith({ screen: ghent });
    pairing.type(readPairingCode('HK7P-RM4X'));
    pairing.choose(7);
    await Promise.all([pairing.send(), pairing.send()]);
    expect(sent).toHaveLength(1);
  });

  it('tells what stands in no code until something else is typed', () => {
    const { pairing } = pairingWith(null);
    pairing.type(readPairingCode('HKO'));
    expect([pairing.code, pairing.note]).toEqual(['HK', 'Codes have no O. Look again']);
    pairing.type(readPairingCode('HK7'));
    expect(pairing.note).toBeNull();
  });

  it('takes a code from elsewhere, and keeps what was typed when there is none in it', () => {
    const { pairing } = pairingWith(null);
    pairing.summon('HK7PRM4X');
    pairing.summon('');
    expect([pairing.code, pairing.summons]).toEqual(['HK7PRM4X', 2]);
  });
});

function screenOf(screenId: number) {
  return {
    screenId,
    name: `Screen ${screenId}`,
    organisation: 'Lark & Co',
    timeZone: 'UTC',
    locale: 'en-IE',
    slides: [],
    reducedMotion: false,
    volume: 0,
  };
}
