import type { Instant } from '@bellwether/domain';
import { validSecrets } from '@bellwether/domain';
import type { Connectors, SignedRequest, Source } from '../ports/connector.js';
import type { SourceNotes } from '../ports/source-notes.js';
import type { AcceptDelivery, Acceptance } from './accept-delivery.js';
import { turnedAwayOf } from './turned-away-of.js';

/** Takes in what a source sends over HTTP, and notes for its log what brought nothing new. */
export class ReceiveDelivery {
  constructor(
    private readonly accept: AcceptDelivery,
    private readonly connectors: Connectors,
    private readonly notes: SourceNotes,
  ) {}

  async execute(
    source: Source,
    request: SignedRequest,
    arrivedAt: Instant,
    /** The sender has proved itself by an API key. */
    isKnown: boolean,
    options?: { readonly test?: boolean },
  ): Promise<Acceptance> {
    const current = withValidSecrets(source, arrivedAt);
    const acceptance =
      isKnown && hasEnded(source, arrivedAt)
        ? ENDED_KEY
        : await this.accept.execute(current, request, arrivedAt, isKnown, options);
    const turnedAway = turnedAwayOf(acceptance, request, source, arrivedAt);
    if (turnedAway) this.notes.turnedAway(turnedAway);
    // Only somebody who rotates a secret wants to know which one was used.
    else if (isRotating(current, arrivedAt) && !options?.test) {
      this.#noteSecret(current, request, arrivedAt, isKnown);
    }
    return acceptance;
  }

  #noteSecret(source: Source, request: SignedRequest, at: Instant, isKnown: boolean): void {
    const { id: sourceId, organisation, secrets } = source;
    const newest = { ...source, secrets: secrets.slice(-1) };
    const isNew = isKnown
      ? source.keyEndsAt === null
      : this.connectors(source.kind)?.refusal(request, newest, at) === undefined;
    const which = isNew ? 'new' : 'old';
    this.notes.secretUsed({ organisationId: organisation.id, sourceId, which, at });
  }
}

const ENDED_KEY: Acceptance = {
  kind: 'unsigned',
  reason: 'This API key was replaced by another; send with the new one',
};

function hasEnded({ keyEndsAt = null }: Source, at: Instant): boolean {
  return keyEndsAt !== null && keyEndsAt <= at;
}

function isRotating({ oldSecretsUntil }: Source, at: Instant): boolean {
  return oldSecretsUntil !== null && at < oldSecretsUntil;
}

/** A rotation ends to the moment, also for a source that is remembered. */
function withValidSecrets(source: Source, at: Instant): Source {
  const secrets = validSecrets(source.secrets, source.oldSecretsUntil, at);
  if (secrets === source.secrets) return source;
  const known = afterRotation.get(source);
  if (known) return known;
  const without = { ...source, secrets };
  afterRotation.set(source, without);
  return without;
}

const afterRotation = new WeakMap<Source, Source>();
