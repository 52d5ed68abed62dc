/** A line of weekly scores in a picture of this size, broken where a week has none. */
export interface WeekLines {
  readonly draft: string;
  readonly before: string;
  /** The last point of the draft. */
  readonly end: { readonly x: number; readonly y: number } | null;
  readonly ticks: readonly { readonly y: number; readonly value: number }[];
}

interface Week {
  readonly draft: number | null;
  readonly before: number | null;
}

interface Room {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Both lines on one scale, from 0 or below to the largest. */
export function weekLines(weeks: readonly Week[], room: Room): WeekLines {
  const all = weeks.flatMap(({ draft, before }) => [draft ?? 0, before ?? 0]);
  const least = Math.min(0, ...all);
  const most = Math.max(...all, least + Number.EPSILON);
  const isFlat = most - least <= Number.EPSILON;
  const x = (index: number) =>
    room.left + ((room.right - room.left) * index) / Math.max(1, weeks.length - 1);
  const y = (value: number) =>
    isFlat
      ? room.bottom
      : room.bottom - ((room.bottom - room.top) * (value - least)) / (most - least);
  const line = (scoreOf: (week: Week) => number | null) => {
    let isDown = false;
    return weeks
      .map((week, index) => {
        const score = scoreOf(week);
        if (score === null) {
          isDown = false;
          return '';
        }
        const step = `${isDown ? 'L' : 'M'}${round(x(index))} ${round(y(score))}`;
        isDown = true;
        return step;
      })
      .join('');
  };
  const last = weeks.at(-1)?.draft ?? null;
  return {
    draft: line(({ draft }) => draft),
    before: line(({ before }) => before),
    end: last === null ? null : { x: round(x(weeks.length - 1)), y: round(y(last)) },
    ticks: isFlat
      ? [{ y: room.bottom, value: least }]
      : [least, (least + most) / 2, most].map((value) => ({ y: round(y(value)), value })),
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
