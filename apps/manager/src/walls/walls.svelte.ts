import type {
  CallReply,
  DeskCall,
  LinkMade,
  PairingClaim,
  PairingClaimed,
  ScreenChange,
  ScreenMade,
  ScreensReply,
  ScreenView,
  SeenWall,
  WallDayReply,
} from '@bellwether/contracts';
import { SvelteMap } from 'svelte/reactivity';
import type { DraftSlide } from './slide-list.js';
import { reasonOf, type Answer, type BellwetherApi } from '@bellwether/ui';

/** The walls and what they play. */
export class Walls {
  screens = $state.raw<readonly ScreenView[]>([]);
  /** When each was last seen, by its id. */
  seen = $state.raw<ReadonlyMap<number, SeenWall>>(new Map());
  /** The one that is looked into; the first one until somebody chose. */
  choice = $state<number | null>(null);
  /** What was changed of programmes and not saved, by screen: it stays while something else is looked at. */
  readonly edited = new SvelteMap<number, readonly DraftSlide[]>();
  loaded = $state(false);
  trouble = $state<string | null>(null);

  constructor(private readonly api: BellwetherApi) {}

  async load(): Promise<void> {
    const answer = await this.api.screens();
    if (answer.kind === 'done') {
      this.screens = answer.body.screens;
      this.#see(answer.body);
      this.loaded = true;
      this.trouble = null;
    } else this.trouble = reasonOf(answer);
  }

  /** Looks again who watches; what the walls play is not read anew, as somebody may be changing it. */
  async look(): Promise<void> {
    const answer = await this.api.screens();
    if (answer.kind === 'done') this.#see(answer.body);
  }

  async add(name: string): Promise<Answer<ScreenMade>> {
    const answer = await this.api.addScreen(name);
    if (answer.kind === 'done') this.#put(answer.body.screen);
    return answer;
  }

  /** Makes whatever shows the code a new wall, or one that is there. */
  async pair(claim: PairingClaim): Promise<Answer<PairingClaimed>> {
    const answer = await this.api.claimPairing(claim);
    if (answer.kind === 'done') this.#put(answer.body.screen);
    return answer;
  }

  /** Ends every address and pairing of a wall. */
  shutOut(id: number): Promise<Answer<null>> {
    return this.api.shutOutScreen(id);
  }

  /** Asks something of a wall that is on. */
  call(id: number, call: DeskCall): Promise<Answer<CallReply>> {
    return this.api.callScreen(id, call);
  }

  /** Has a wall replace its keys. */
  renewKeys(id: number): Promise<Answer<CallReply>> {
    return this.api.renewScreenKeys(id);
  }

  day(id: number): Promise<Answer<WallDayReply>> {
    return this.api.screenDay(id);
  }

  link(id: number): Promise<Answer<LinkMade>> {
    return this.api.linkToScreen(id);
  }

  async change(id: number, change: ScreenChange): Promise<Answer<ScreenView>> {
    const answer = await this.api.changeScreen(id, change);
    if (answer.kind === 'done') this.#put(answer.body);
    return answer;
  }

  #see({ seen }: ScreensReply): void {
    this.seen = new Map(seen.map((wall) => [wall.screenId, wall]));
  }

  /** In the place of what was known of it; what is new comes last. */
  #put(told: ScreenView): void {
    const isKnown = this.screens.some(({ screenId }) => screenId === told.screenId);
    this.screens = isKnown
      ? this.screens.map((screen) => (screen.screenId === told.screenId ? told : screen))
      : [...this.screens, told];
  }
}
