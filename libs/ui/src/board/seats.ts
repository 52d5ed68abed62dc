/**
 * Which element shows whom. Who comes takes the element of somebody who left, if possible of the one who
 * stood in the same place.
 */
export class Seats {
  /** By id, in the order of the places. */
  #taken: ReadonlyMap<number, number> = new Map();
  #made = 0;

  /** The seats of those with these ids, first place first. */
  take(ids: readonly number[]): readonly number[] {
    const staying = new Set(ids);
    const free = new Map<number, number>();
    [...this.#taken].forEach(([id, seat], place) => {
      if (!staying.has(id)) free.set(place, seat);
    });
    const kept = ids.map((id, place) => {
      const seat = this.#taken.get(id);
      if (seat !== undefined) return seat;
      const left = free.get(place);
      free.delete(place);
      return left;
    });
    const others = [...free.values()];
    const seats = kept.map((seat) => seat ?? others.shift() ?? (this.#made += 1));
    this.#taken = new Map(ids.map((id, place) => [id, seats[place] as number]));
    return seats;
  }
}
