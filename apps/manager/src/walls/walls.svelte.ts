import type { LinkMade, ScreenChange, ScreenMade, ScreenView } from '@bellwether/contracts';
import { reasonOf, type Answer, type BellwetherApi } from '@bellwether/ui';

/** The walls and what they play. */
export class Walls {
  screens = $state.raw<readonly ScreenView[]>([]);
  loaded = $state(false);
  trouble = $state<string | null>(null);

  constructor(private readonly api: BellwetherApi) {}

  async load(): Promise<void> {
    const answer = await this.api.screens();
    if (answer.kind === 'done') {
      this.screens = answer.body.screens;
      this.loaded = true;
      this.trouble = null;
    } else this.trouble = reasonOf(answer);
  }

  async add(name: string): Promise<Answer<ScreenMade>> {
    const answer = await this.api.addScreen(name);
    if (answer.kind === 'done') this.screens = [...this.screens, answer.body.screen];
    return answer;
  }

  link(id: number): Promise<Answer<LinkMade>> {
    return this.api.linkToScreen(id);
  }

  async change(id: number, change: ScreenChange): Promise<Answer<ScreenView>> {
    const answer = await this.api.changeScreen(id, change);
    if (answer.kind === 'done') {
      const told = answer.body;
      this.screens = this.screens.map((screen) => (screen.screenId === id ? told : screen));
    }
    return answer;
  }
}
