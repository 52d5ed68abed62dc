import type { Source } from '@bellwether/application';
import type { OrganisationId, SourceId } from '@bellwether/domain';

/** A source as connectors see it. */
export function sourceOf(
  kind: string,
  secrets: readonly string[],
  settings: unknown = {},
  fieldRules: Source['fieldRules'] = [],
): Source {
  return {
    id: 3 as SourceId,
    kind,
    name: kind,
    address: `${kind}-address`,
    secrets,
    settings,
    fieldRules,
    settingsVersion: 0,
    paused: false,
    oldSecretsUntil: null,
    organisation: {
      id: 1 as OrganisationId,
      name: 'Lark & Co',
      timeZone: 'Europe/Dublin',
      currency: 'EUR',
      locale: 'en-IE',
    },
  };
}

/** A request with this body. */
export function requestOf(body: unknown, headers: Readonly<Record<string, string>> = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { method: 'POST', url: 'https://x.example', headers, body: Buffer.from(text) };
}
