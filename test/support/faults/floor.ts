import { FoundOrganisation } from '@bellwether/application';
import { PostgresOrganisations } from '@bellwether/persistence';
import { ApiClient } from '../api-client.js';
import { randomSecrets } from '../random-secrets.js';
import { ScreenClient } from '../screen-client.js';
import type { StoreUrls } from './proof.js';
import { Proof } from './proof.js';
import { Sender } from './sender.js';
import { unsealedSecrets } from '../unsealed-secrets.js';

const PEOPLE = ['ada', 'bea', 'cem', 'dov', 'eve'];
const BOARD = 'revenue_won.all.reps';

/** What a fault has done to a floor. */
export interface Damage {
  /** Deals that brought less than was acknowledged, or nothing. */
  readonly lost: number;
  /** Deals that brought more. */
  readonly doubled: number;
}

/** A sales floor with a source that sends, a screen that watches, and a look into its stores. */
export class FaultFloor {
  private constructor(
    readonly client: ApiClient,
    readonly sender: Sender,
    public proof: Proof,
    readonly screen: ScreenClient,
  ) {}

  /** `url` is where a server of it listens already. */
  static async open(url: string, stores: StoreUrls): Promise<FaultFloor> {
    const proof = await Proof.open(stores);
    const found = new FoundOrganisation(
      new PostgresOrganisations(proof.database, unsealedSecrets),
      randomSecrets,
    );
    const client = await ApiClient.found({
      url,
      found: () =>
        found.execute({ name: 'Lark & Co', timeZone: 'UTC', currency: 'EUR', locale: 'en-IE' }),
    });
    await client.hire('Iberia', ...PEOPLE);
    const screen = new ScreenClient(url, client.founded.screenKey, `board:${BOARD}`);
    const sender = new Sender(client, PEOPLE);
    await sender.sendSome(6);
    await client.standing('deals_won.month.reps');
    await screen.shows(await client.standing(BOARD));
    return new FaultFloor(client, sender, proof, screen);
  }

  /** What keeps the screen, the boards and the ledger from being the same; undefined when they are. */
  async missing(): Promise<string | undefined> {
    try {
      const missing = await this.proof.missing(this.client.founded.organisationId);
      if (missing !== undefined) return missing;
      const shown = new Map(this.screen.standing());
      const owed = this.#owedByPerson();
      const isShown = PEOPLE.every((name) => shown.get(name) === owed.get(name));
      return isShown ? undefined : this.#whatIsShown(shown, owed);
    } catch (error) {
      return `no answer: ${String(error)}`;
    }
  }

  /** The stores have moved. */
  async lookInto(stores: StoreUrls): Promise<void> {
    await this.proof.close();
    this.proof = await Proof.open(stores);
  }

  async damage(): Promise<Damage> {
    const counted = await this.proof.counted(this.client.founded.organisationId);
    let [lost, doubled] = [0, 0];
    for (const [deal, cents] of this.sender.owed) {
      const found = counted.get(deal) ?? 0;
      if (found < cents) lost += 1;
      if (found > cents) doubled += 1;
    }
    return { lost, doubled };
  }

  async close(): Promise<void> {
    this.screen.socket.disconnect();
    await this.proof.close();
  }

  #whatIsShown(shown: ReadonlyMap<string, number>, owed: ReadonlyMap<string, number>): string {
    const { socket, epoch, revision } = this.screen;
    const state = `${socket.connected ? 'connected' : 'away'}, epoch ${epoch}, revision ${revision}`;
    return `the screen (${state}) shows ${text(shown)} instead of ${text(owed)}`;
  }

  #owedByPerson(): ReadonlyMap<string, number> {
    const owed = new Map<string, number>();
    for (const [deal, cents] of this.sender.owed) {
      const name = PEOPLE[Number(deal.slice(2)) % PEOPLE.length]!;
      owed.set(name, (owed.get(name) ?? 0) + cents);
    }
    return owed;
  }
}

function text(standing: ReadonlyMap<string, number>): string {
  return JSON.stringify(Object.fromEntries(standing));
}
