import type { Scorecard, ScorecardDraft, Unit } from '@bellwether/contracts';
import type { Metric } from '../metrics/metrics.svelte.js';
import { amountToType, typedAmount } from './amount-input.js';
import { fewLinesNote } from './few-lines.js';
import { evenWeights, weightTrouble } from './weights.js';

export type Part = ScorecardDraft['lines'][number]['part'];
export type Period = ScorecardDraft['lines'][number]['period'];

/** A line as it is being filled in. */
export interface DraftLine {
  readonly id: number;
  readonly part: Part;
  metric: string;
  period: Period;
  target: string;
  weight: number | null;
  minimum: string;
  cap: number | null;
}

export const PERIODS_OF = {
  activity: ['day', 'week'],
  outcome: ['week', 'month', 'quarter'],
} as const satisfies Record<Part, readonly Period[]>;

const USUAL_CAP = 150;

/** What is wrong with a line, by its place to fill in. */
export type LineTroubles = Partial<Record<'metric' | 'target' | 'minimum' | 'cap', string>>;

/** A scorecard as it is being filled in: new, or another version of one there is. */
export class CardDraft {
  name = $state('');
  teams = $state.raw<readonly number[]>([]);
  jobTitles = $state.raw<readonly string[]>([]);
  people = $state.raw<readonly number[]>([]);
  lines = $state<DraftLine[]>([]);
  /** How many missed days of a month break no streak. */
  forgivenMisses = $state<number | null>(0);
  readonly activities = $derived(this.lines.filter(({ part }) => part === 'activity'));
  readonly outcomes = $derived(this.lines.filter(({ part }) => part === 'outcome'));
  readonly note = $derived(fewLinesNote(this.activities.length, this.outcomes.length));
  readonly isForSomebody = $derived(
    this.teams.length + this.jobTitles.length + this.people.length > 0,
  );
  /** Why it cannot be kept as it is, what is first on the page first; null when it can. */
  readonly trouble = $derived.by<string | null>(() => {
    if (this.name.trim() === '') return 'It has no name yet';
    if (this.lines.length === 0) return 'It has no line yet. Add what people do';
    const wrong = this.lines
      .map((line) => Object.values(this.troublesOf(line))[0])
      .find((text) => text !== undefined);
    return (
      wrong ??
      this.graceTrouble ??
      this.weightTroubleOf('activity') ??
      this.weightTroubleOf('outcome')
    );
  });
  readonly graceTrouble = $derived.by<string | null>(() => {
    const misses = this.forgivenMisses;
    const isFine = misses !== null && Number.isInteger(misses) && misses >= 0 && misses <= 31;
    return isFine ? null : 'From 0 to 31 missed days';
  });
  /** Whether a day can be missed at all. */
  readonly hasMinimums = $derived(
    this.lines.some(({ part, minimum }) => part === 'activity' && minimum.trim() !== ''),
  );
  /** Weights that somebody wrote stay as they are when lines come and go. */
  readonly #weighed = new Set<Part>();
  #ids = 0;

  constructor(
    private readonly metricOf: (key: string) => Metric | undefined,
    private readonly locale: string,
    readonly before: Scorecard | null,
  ) {
    if (!before) return;
    this.name = before.name;
    this.teams = before.for.teams;
    this.jobTitles = before.for.jobTitles;
    this.people = before.for.people;
    this.forgivenMisses = before.forgivenMisses;
    this.lines = before.lines.map((line) => {
      const unit = line.unit ?? metricOf(line.metric)?.unit;
      const text = (amount: number | null) =>
        amount === null || !unit ? '' : amountToType(amount, unit, locale);
      this.#weighed.add(line.part);
      const { metric, part, period, weight, cap } = line;
      const [target, minimum] = [text(line.target), text(line.minimum)];
      return { id: this.#nextId(), metric, part, period, weight, cap, target, minimum };
    });
  }

  unitOf(line: DraftLine): Unit | null {
    return this.metricOf(line.metric)?.unit ?? null;
  }

  add(part: Part): DraftLine {
    const period = part === 'activity' ? 'day' : 'month';
    const id = this.#nextId();
    const line = { id, part, metric: '', period, target: '', minimum: '' } as const;
    this.lines.push({ ...line, weight: null, cap: USUAL_CAP });
    this.#weighAgain(part);
    return this.lines.find((one) => one.id === id) ?? { ...line, weight: null, cap: USUAL_CAP };
  }

  remove({ id, part }: DraftLine): void {
    this.lines = this.lines.filter((line) => line.id !== id);
    this.#weighAgain(part);
  }

  weigh(line: DraftLine, weight: number | null): void {
    this.#weighed.add(line.part);
    line.weight = weight;
  }

  evenOut(part: Part): void {
    this.#weighed.delete(part);
    this.#weighAgain(part);
  }

  weightTroubleOf(part: Part): string | null {
    const lines = this.lines.filter((line) => line.part === part);
    return weightTrouble(
      lines.map(({ weight }) => weight ?? Number.NaN),
      part,
    );
  }

  troublesOf(line: DraftLine): LineTroubles {
    const metric = this.metricOf(line.metric);
    if (!metric)
      return { metric: line.metric === '' ? 'Choose a metric' : 'It is in use no longer' };
    const troubles: LineTroubles = {};
    if (this.lines.some((other) => other.id !== line.id && other.metric === line.metric)) {
      troubles.metric = `${metric.title} is on it already`;
    }
    const read = (text: string) => typedAmount(text, metric.unit, this.locale);
    if (read(line.target) === null) troubles.target = `${metric.title} needs a target above 0`;
    if (line.minimum.trim() !== '' && read(line.minimum) === null) {
      troubles.minimum = 'Write a number above 0, or nothing';
    }
    const { cap } = line;
    if (cap === null || !Number.isInteger(cap) || cap < 100 || cap > 1000) {
      troubles.cap = 'From 100 to 1,000 %';
    }
    return troubles;
  }

  /** What is sent; only without trouble. */
  draft(): ScorecardDraft {
    const { teams, jobTitles, people } = this;
    return {
      name: this.name.trim(),
      for: { teams: [...teams], jobTitles: [...jobTitles], people: [...people] },
      forgivenMisses: this.forgivenMisses ?? 0,
      lines: this.lines.map((line) => {
        const unit = this.unitOf(line);
        const read = (text: string) => (unit ? typedAmount(text, unit, this.locale) : null);
        const { metric, part, period } = line;
        return {
          metric,
          part,
          period,
          target: read(line.target) ?? 0,
          weight: line.weight ?? 0,
          minimum: part === 'activity' ? read(line.minimum) : null,
          cap: line.cap ?? USUAL_CAP,
        };
      }),
    };
  }

  #weighAgain(part: Part): void {
    if (this.#weighed.has(part)) return;
    const lines = this.lines.filter((line) => line.part === part);
    const weights = evenWeights(lines.length);
    for (const [index, line] of lines.entries()) line.weight = weights[index] ?? null;
  }

  #nextId(): number {
    this.#ids += 1;
    return this.#ids;
  }
}
