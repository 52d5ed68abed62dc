/** Seconds in the two largest parts that say something: `3 h 42 min`, `4 min 20 s`, `42 s`. */
export function formatDuration(seconds: number): string {
  const sign = seconds < 0 ? '\u2212' : '';
  const whole = Math.round(Math.abs(seconds));
  if (whole < 60) return `${sign}${whole} s`;
  if (whole < 600) return sign + parts(Math.floor(whole / 60), 'min', whole % 60, 's');
  const minutes = Math.round(whole / 60);
  if (minutes < 60) return `${sign}${minutes} min`;
  return sign + parts(Math.floor(minutes / 60), 'h', minutes % 60, 'min');
}

function parts(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}
