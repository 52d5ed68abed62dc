const DAY_MS = 86_400_000;

/** The moments at which the first of some days begins and the last one ends, in a zone. */
export function dayBounds(
  first: string,
  last: string,
  timeZone: string,
): { readonly from: string | undefined; readonly to: string | undefined } {
  return { from: begins(first, timeZone, 0), to: begins(last, timeZone, DAY_MS) };
}

function begins(day: string, timeZone: string, later: number): string | undefined {
  const noon = Date.parse(`${day}T12:00:00Z`);
  if (Number.isNaN(noon)) return undefined;
  const midnight = noon + later - DAY_MS / 2;
  // What the clocks of the zone show at that moment tells how far they are off.
  const shown = new Date(midnight).toLocaleString('sv-SE', { timeZone });
  const off = Date.parse(`${shown.replace(' ', 'T')}Z`) - midnight;
  return new Date(midnight - off).toISOString();
}
