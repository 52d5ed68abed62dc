/** Semitones over C5: ten notes of the pentatonic upwards, and two below for the last teams. */
const SEMITONES = [0, 2, 4, 7, 9, 12, 14, 16, 19, 21, -3, -5];
const C5 = 523.25;

/** The strike note of a team's bell in hertz. Any two of them sound well together. */
export function teamNote(ribbon: number): number {
  const index = Math.max(0, Math.trunc(ribbon) - 1) % SEMITONES.length;
  return C5 * 2 ** ((SEMITONES[index] as number) / 12);
}
