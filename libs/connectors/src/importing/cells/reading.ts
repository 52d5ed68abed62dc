/** What a cell says, or why it cannot be told; a reason continues the sentence begun by the column's name. */
export type Reading<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

export function read<T>(value: T): Reading<T> {
  return { ok: true, value };
}

export function unreadable(reason: string): Reading<never> {
  return { ok: false, reason };
}
