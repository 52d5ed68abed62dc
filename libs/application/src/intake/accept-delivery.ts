import type { Instant } from '@bellwether/domain';
import type { Connectors, Item, SignedRequest, Source } from '../ports/connector.js';
import type { Arrival, Inbox, Kept } from '../ports/inbox.js';
import type { ScoringRequests } from '../ports/scoring-requests.js';

export type Verdict =
  | { readonly kind: 'accepted' | 'duplicate' | 'ignored' }
  | { readonly kind: 'refused'; readonly field: string; readonly reason: string };

export type Acceptance =
  /** Everything accepted is kept for good; one verdict for each item, in order. */
  | { readonly kind: 'taken'; readonly verdicts: readonly Verdict[] }
  | { readonly kind: 'unsigned'; readonly reason: string }
  /** Nothing of it was kept; the sender may try again. */
  | { readonly kind: 'busy' }
  | { readonly kind: 'malformed'; readonly field: string; readonly reason: string };

/** Takes in what a source sends: proves that it is the source's, keeps it, and says what became of it. */
export class AcceptDelivery {
  constructor(
    private readonly connectors: Connectors,
    private readonly inbox: Inbox,
    private readonly scoring: ScoringRequests,
    /** Hears of requests that could not be made; the sweep makes up for them. */
    private readonly onRequestFailed: (error: unknown) => void,
  ) {}

  async execute(
    source: Source,
    request: SignedRequest,
    arrivedAt: Instant,
    /** The sender has proved itself by an API key. */
    isKnown: boolean,
    { test = false }: { readonly test?: boolean } = {},
  ): Promise<Acceptance> {
    const connector = this.connectors(source.kind);
    if (!connector) throw new Error(`No connector speaks "${source.kind}"`);
    const refusal = isKnown ? undefined : connector.refusal(request, source, arrivedAt);
    if (refusal !== undefined) return { kind: 'unsigned', reason: refusal };
    const split = connector.split(request, source, arrivedAt);
    if (split.kind === 'malformed') return split;
    const kept = await this.#keep(split.items, source, arrivedAt, test);
    if (kept === 'full') return { kind: 'busy' };
    return { kind: 'taken', verdicts: verdictsOf(split.items, kept) };
  }

  async #keep(
    items: readonly Item[],
    source: Source,
    arrivedAt: Instant,
    test: boolean,
  ): Promise<readonly Kept[] | 'full'> {
    const held = source.paused && !test;
    const arrivals = items.flatMap((item): Arrival[] =>
      item.kind === 'item'
        ? [
            {
              organisationId: source.organisation.id,
              sourceId: source.id,
              key: item.key,
              body: item.body,
              arrivedAt,
              ...(held && { held }),
              ...(test && { test }),
            },
          ]
        : [],
    );
    if (arrivals.length === 0) return [];
    const kept = await this.inbox.store(arrivals);
    // The answer does not wait for the queue: what is in the inbox will be scored, sooner or later.
    if (kept !== 'full' && kept.includes('accepted') && !held) {
      this.scoring.request(source.organisation.id).catch(this.onRequestFailed);
    }
    return kept;
  }
}

function verdictsOf(items: readonly Item[], kept: readonly Kept[]): readonly Verdict[] {
  const keptVerdicts = kept.values();
  return items.map((item): Verdict => {
    if (item.kind === 'item') return { kind: keptVerdicts.next().value ?? 'duplicate' };
    return item;
  });
}
