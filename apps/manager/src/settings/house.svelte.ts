import type { Holidays, OrganisationBody, OrganisationReply } from '@bellwether/contracts';
import { reasonOf, type Answer, type BellwetherApi } from '@bellwether/ui';

export type Holiday = Holidays['holidays'][number];

/** Soon enough to follow a hand, and not on every letter. */
const PAUSE_MS = 200;

/** How the organisation counts, and what a change of it would move. */
export class House {
  told = $state.raw<OrganisationReply | null>(null);
  holidays = $state.raw<readonly Holiday[]>([]);
  trouble = $state<string | null>(null);
  /** Of the change that is being considered; null while there is none. */
  preview = $state.raw<OrganisationReply | null>(null);
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #round = 0;

  constructor(private readonly api: BellwetherApi) {}

  async load(): Promise<void> {
    const [told, days] = await Promise.all([this.api.organisation(), this.api.holidays()]);
    if (told.kind !== 'done') this.trouble = reasonOf(told);
    else if (days.kind !== 'done') this.trouble = reasonOf(days);
    else {
      this.told = told.body;
      this.holidays = days.body.holidays;
      this.trouble = null;
    }
  }

  /** Asks what a change would move; null takes the question back. */
  consider(body: OrganisationBody | null): void {
    clearTimeout(this.#waiting);
    this.#round += 1;
    if (body === null) this.preview = null;
    else this.#waiting = setTimeout(() => void this.#ask(body, this.#round), PAUSE_MS);
  }

  async change(body: OrganisationBody): Promise<Answer<OrganisationReply>> {
    const answer = await this.api.changeOrganisation(body);
    if (answer.kind === 'done') {
      this.consider(null);
      this.told = answer.body;
    }
    return answer;
  }

  async setHolidays(holidays: readonly Holiday[]): Promise<Answer<Holidays>> {
    const answer = await this.api.setHolidays({ holidays: [...holidays] });
    if (answer.kind === 'done') this.holidays = answer.body.holidays;
    return answer;
  }

  async #ask(body: OrganisationBody, round: number): Promise<void> {
    const answer = await this.api.previewOrganisation(body);
    if (round === this.#round && answer.kind === 'done') this.preview = answer.body;
  }
}
