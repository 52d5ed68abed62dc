import type { SoundState } from '@bellwether/contracts';

/** A struck bronze bell: partials of the strike note, and how strongly each one speaks. */
const PARTIALS: readonly (readonly [ratio: number, gain: number])[] = [
  [0.5, 0.3],
  [1, 1],
  [1.2, 0.45],
  [1.5, 0.3],
  [2, 0.6],
  [2.76, 0.22],
];
const ATTACK_S = 0.004;
const DECAY_S = 3.2;
/** -12 dBFS. */
const PEAK = 0.251;
const SILENCE = 0.0001;

export type { SoundState };

/** The bell of a room, made of sine waves. Browsers lock sound until somebody touches the page. */
export class BellSound {
  #context: AudioContext | null = null;

  /** Told whenever the bell can be heard or no longer. */
  constructor(private readonly onChange: (state: SoundState) => void) {}

  /** Finds out whether a strike would be heard: on a kiosk that allows it, from the start. */
  prepare(): void {
    if (typeof AudioContext !== 'undefined' && !this.#context) {
      this.#context = new AudioContext();
      this.#context.onstatechange = () => this.onChange(this.state);
    }
    this.onChange(this.state);
  }

  /** To be called on a touch or a key: only then do browsers let sound begin. */
  unlock(): void {
    this.prepare();
    if (this.#context?.state !== 'suspended') return;
    // Refused: it stays locked, and `state` says so.
    this.#context.resume().catch(() => {});
  }

  close(): void {
    const context = this.#context;
    this.#context = null;
    if (!context) return;
    context.onstatechange = null;
    context.close().catch(() => {});
  }

  get state(): SoundState {
    if (typeof AudioContext === 'undefined') return 'absent';
    return this.#context?.state === 'running' ? 'ready' : 'locked';
  }

  /** Strikes one note, or several as a chord. `volume` 0 to 1. */
  strike(notes: readonly number[], volume: number): void {
    const context = this.#context;
    if (!context || context.state !== 'running' || volume <= 0 || notes.length === 0) return;
    const full = PARTIALS.reduce((sum, [, gain]) => sum + gain, 0) * notes.length;
    for (const note of notes) {
      for (const [ratio, gain] of PARTIALS) {
        this.#partial(context, note * ratio, (gain / full) * PEAK * volume, DECAY_S);
      }
    }
  }

  /** One soft tick of the clapper: the bell has changed hands. */
  tick(volume: number): void {
    const context = this.#context;
    if (!context || context.state !== 'running' || volume <= 0) return;
    this.#partial(context, 1318.5, PEAK * 0.25 * volume, 0.12);
  }

  #partial(context: AudioContext, frequency: number, peak: number, decay: number): void {
    const start = context.currentTime + 0.01;
    const wave = context.createOscillator();
    const loudness = context.createGain();
    wave.frequency.value = frequency;
    loudness.gain.setValueAtTime(SILENCE, start);
    loudness.gain.linearRampToValueAtTime(peak, start + ATTACK_S);
    loudness.gain.exponentialRampToValueAtTime(SILENCE, start + ATTACK_S + decay);
    wave.connect(loudness);
    loudness.connect(context.destination);
    wave.start(start);
    wave.stop(start + ATTACK_S + decay);
    wave.onended = () => {
      wave.disconnect();
      loudness.disconnect();
    };
  }
}
