interface Sample {
  readonly offset: number;
  readonly roundTrip: number;
  readonly takenAt: number;
}

const MOST_SAMPLES = 12;
/** Clocks drift: a lucky round trip of hours ago says less than an ordinary one of now. */
const SAMPLE_LIFE_MS = 30 * 60_000;

/**
 * The server's clock, as well as it can be known from here. Of several round trips the quickest one tells
 * most. Runs on a clock that never jumps (`performance.now`), since a television's own is often wrong.
 */
export class ServerClock {
  #samples: Sample[] = [];

  constructor(private readonly local: () => number) {}

  /** One question and answer, with the local times around it. */
  sample(askedAt: number, answeredAt: number, serverNow: number): void {
    const sample: Sample = {
      offset: serverNow - (askedAt + answeredAt) / 2,
      roundTrip: answeredAt - askedAt,
      takenAt: answeredAt,
    };
    const lively = this.#samples.filter(({ takenAt }) => answeredAt - takenAt < SAMPLE_LIFE_MS);
    this.#samples = [...lively, sample].slice(-MOST_SAMPLES);
  }

  /** Forgets what was learnt: after a sleep the local clock may have stood still. */
  forget(): void {
    this.#samples = [];
  }

  /** The server's clock now, or null before the first answer. */
  now(): number | null {
    const best = this.#best();
    return best ? Math.round(this.local() + best.offset) : null;
  }

  get localNow(): number {
    return this.local();
  }

  #best(): Sample | undefined {
    return this.#samples.reduce<Sample | undefined>(
      (best, sample) => (best && best.roundTrip <= sample.roundTrip ? best : sample),
      undefined,
    );
  }
}
