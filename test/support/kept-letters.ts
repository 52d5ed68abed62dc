import type { Letter, Mailer } from '../../apps/server/src/mail/mailer.js';

/** Keeps the letters that would be sent. */
export class KeptLetters implements Mailer {
  readonly reaches = true;
  readonly letters: Letter[] = [];

  send(letter: Letter): void {
    this.letters.push(letter);
  }

  /** What stands behind `#name=` in the newest letter to somebody. */
  tokenFor(to: string, name: 'invitation' | 'reset'): string {
    const letter = this.letters.findLast((one) => one.to === to);
    return new RegExp(`#${name}=(\\S+)`).exec(letter?.text ?? '')?.[1] ?? '';
  }
}
