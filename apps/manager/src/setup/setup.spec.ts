import { describe, expect, it } from 'vitest';
import { firstEventCommand } from './first-event.js';
import { guessPlace } from './guess-place.js';
import { currencyOptions, localeOptions, zoneOptions } from './world-options.js';

describe('where somebody seems to be', () => {
  it.each([
    ['en-IE', 'EUR', 'en-IE'],
    ['de', 'EUR', 'de-DE'],
    ['en', 'USD', 'en-US'],
    ['nb', 'NOK', 'nb-NO'],
    ['zh-Hant', 'TWD', 'zh-TW'],
    ['sr-Latn-RS', 'RSD', 'sr-RS'],
  ])('a browser in %s pays in %s and writes like %s', (language, currency, locale) => {
    expect(guessPlace('Europe/Dublin', language)).toEqual({
      timeZone: 'Europe/Dublin',
      currency,
      locale,
    });
  });
});

describe('what can be chosen', () => {
  it('are zones by their city, with the one that was detected', () => {
    const zones = zoneOptions('Etc/GMT-3');
    const values = zones.map(({ value }) => value);
    expect(values).toContain('UTC');
    expect(values).toContain('Etc/GMT-3');
    expect(zones.find(({ value }) => value === 'America/Argentina/Ushuaia')).toEqual({
      value: 'America/Argentina/Ushuaia',
      label: 'Ushuaia',
      detail: 'America, Argentina',
    });
  });

  it('are currencies and languages by name', () => {
    expect(currencyOptions()).toContainEqual({ value: 'EUR', label: 'Euro', detail: 'EUR' });
    expect(localeOptions('en-IE')).toContainEqual({
      value: 'en-IE',
      label: 'English (Ireland)',
      detail: 'en-IE',
    });
  });
});

it('the first event is a deal with the key and the address of this server', () => {
  const command = firstEventCommand(
    { eventsUrl: 'https://bell.example/api/v1/events', apiKey: 'bw_source_1' },
    'SEK',
    new Date('2026-11-21T14:32:09Z'),
  );
  expect(command).toContain('curl https://bell.example/api/v1/events \\\n');
  expect(command).toContain("'authorization: Bearer bw_source_1'");
  const body = /-d '(.+)'$/.exec(command)?.[1] ?? '';
  expect(JSON.parse(body)).toMatchObject({ type: 'deal', currency: 'SEK', status: 'won' });
});
