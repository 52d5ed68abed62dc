import type { PairingClaim, ScreenView } from '@bellwether/contracts';
import { fieldOf, reasonOf, type TypedCode } from '@bellwether/ui';
import { CODE_LENGTH, foreignText } from './pairing-code.js';
import type { Walls } from './walls.svelte.js';

/** What was not taken: the code, the name, which screen it is, or nothing in particular. */
export type PairingField = 'code' | 'name' | 'screenId' | 'form';

/** A screen that shows a code, on its way to being one of the walls. */
export class Pairing {
  code = $state('');
  /** What was typed and stands in no code. */
  note = $state<string | null>(null);
  /** A new screen, or one that is there. */
  as = $state<'new' | number>('new');
  name = $state('');
  trouble = $state.raw<{ readonly field: PairingField; readonly text: string } | null>(null);
  sending = $state(false);
  /** Counts how often it was asked for from elsewhere: each time it comes into view. */
  summons = $state(0);
  /** How many of these somebody was brought here for: coming back to the page is none. */
  followed = 0;
  readonly isComplete = $derived(this.code.length === CODE_LENGTH);

  constructor(private readonly walls: Walls) {}

  /** From elsewhere, with the code or without: what was typed before stays then. */
  summon(code: string): void {
    if (code !== '') this.type({ code, foreign: [] });
    this.summons += 1;
  }

  type({ code, foreign }: TypedCode): void {
    this.code = code;
    this.note = foreignText(foreign);
    this.trouble = null;
  }

  choose(as: 'new' | number): void {
    this.as = as;
    this.trouble = null;
  }

  rename(name: string): void {
    this.name = name;
    this.trouble = null;
  }

  troubleAt(field: PairingField): string | null {
    return this.trouble?.field === field ? this.trouble.text : null;
  }

  /** The screen it is now; null when something is missing or was refused, which is told at its place. */
  async send(): Promise<ScreenView | null> {
    const claim = this.#claim();
    if (claim === null || this.sending) return null;
    this.sending = true;
    const answer = await this.walls.pair(claim);
    this.sending = false;
    if (answer.kind === 'done') {
      this.#clear();
      return answer.body.screen;
    }
    const field = answer.kind === 'refused' ? fieldOf(answer.problem) : '';
    this.trouble = { field: isField(field) ? field : 'form', text: reasonOf(answer) };
    return null;
  }

  #claim(): PairingClaim | null {
    const { code, as } = this;
    const name = this.name.trim();
    if (!this.isComplete) return this.#lack('code', 'The code has eight letters and digits');
    if (as !== 'new') return { code, screenId: as };
    return name === ''
      ? this.#lack('name', 'Write where it hangs, e.g. Lisbon, by the lifts')
      : { code, name };
  }

  #lack(field: PairingField, text: string): null {
    this.trouble = { field, text };
    return null;
  }

  #clear(): void {
    this.type({ code: '', foreign: [] });
    this.as = 'new';
    this.name = '';
  }
}

function isField(field: string): field is PairingField {
  return field === 'code' || field === 'name' || field === 'screenId';
}
