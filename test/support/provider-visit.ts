import { expect } from 'vitest';

const MOST_STEPS = 12;

/**
 * Goes through the pages of an identity provider as a browser would, signing in as `login`, until it
 * sends the browser elsewhere: the address that comes after.
 */
export async function visitProvider(start: string, login: string): Promise<string> {
  const { origin } = new URL(start);
  const cookies = new Map<string, string>();
  let address = start;
  let form: string | undefined;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const reply = await fetch(address, {
      redirect: 'manual',
      headers: {
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(form === undefined ? {} : { method: 'POST', body: form }),
    });
    form = undefined;
    for (const line of reply.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    const location = reply.headers.get('location');
    if (location !== null) {
      address = new URL(location, address).href;
      if (!address.startsWith(origin)) return address;
      continue;
    }
    const page = await reply.text();
    expect(page).toContain('prompt');
    const prompt = page.includes('name="login"') ? 'login' : 'consent';
    form = new URLSearchParams({ prompt, login, password: 'any' }).toString();
  }
  throw new Error('The provider asks without end');
}
