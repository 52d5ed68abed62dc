import type { JudgedSource } from '@bellwether/application';
import type { SourcesReply } from '@bellwether/contracts';
import type { Instant } from '@bellwether/domain';
import { validSecrets } from '@bellwether/domain';
import { presentRules } from './field-rules.presenter.js';

/** A source and how it is doing, as the desk shows it. Secrets are never told again. */
export function presentSource(
  { activity, state, silence, lastAt, eventAgeMs }: JudgedSource,
  now: Instant,
): SourcesReply['sources'][number] {
  const { source, refused, refusedAt, parked, held, silentAfterMinutes } = activity;
  const { id, kind, name, address, settings, fieldRules, paused, oldSecretsUntil } = source;
  return {
    id,
    kind,
    name,
    address,
    secrets: validSecrets(source.secrets, oldSecretsUntil, now).length,
    settings,
    fieldRules: presentRules(fieldRules),
    paused,
    hasSent: lastAt !== null,
    state,
    lastAt: iso(lastAt),
    eventAgeMs,
    refused,
    refusedAt: iso(refusedAt),
    parked,
    held,
    silentForMs: silence?.forMs ?? null,
    unusualAfterMs: silence?.afterMs ?? null,
    silentAfterMinutes,
    rotation:
      oldSecretsUntil === null || oldSecretsUntil <= now
        ? null
        : {
            oldUntil: new Date(oldSecretsUntil).toISOString(),
            oldUsedAt: iso(activity.oldSecretUsedAt),
            newUsedAt: iso(activity.newSecretUsedAt),
          },
  };
}

function iso(instant: Instant | null): string | null {
  return instant === null ? null : new Date(instant).toISOString();
}
