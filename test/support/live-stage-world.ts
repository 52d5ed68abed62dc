import type {
  BoardHeading,
  BoardRow,
  BoardSnapshot,
  Celebration,
  ScreenView,
  Team,
  Unit,
} from '@bellwether/contracts';

/** Invented people, teams and companies. Nobody here exists. */
const TEAM_NAMES = [
  'Atlantic',
  'New Logos',
  'Nordics',
  'Benelux',
  'Iberia',
  'DACH',
  'Adriatic',
  'Baltics',
  'Levant',
  'Highlands',
  'Pacific',
  'Andes',
] as const;

export const TEAMS: Readonly<Record<string, Team>> = Object.fromEntries(
  TEAM_NAMES.map((name, index) => [name, { id: 101 + index, name, ribbon: index + 1 }]),
);

export interface Person {
  readonly id: number;
  readonly name: string;
  readonly shortName: string;
  readonly team: Team | null;
}

function person(id: number, name: string, shortName: string, team: string): Person {
  return { id, name, shortName, team: TEAMS[team] ?? null };
}

/** The people of the pictures, in the order of their scores there. */
export const PEOPLE: readonly Person[] = [
  person(1, 'Amara Okonkwo-Lindqvist', 'Amara', 'Atlantic'),
  person(2, 'Tomás Figueiredo', 'Tomás', 'Iberia'),
  person(3, 'Park Hye-jin', 'Hye-jin', 'New Logos'),
  person(4, 'María Valentina Echeverría de Montenegro', 'María V.', 'Iberia'),
  person(5, 'Björn Þórarinsson', 'Björn', 'Nordics'),
  person(6, 'Sipho Dlamini', 'Sipho', 'Nordics'),
  person(7, 'Zofia Brzęczyszczykiewicz', 'Zofia', 'DACH'),
  person(8, 'Nguyễn Thị Minh Châu', 'Châu', 'Atlantic'),
  person(9, 'Farid Benmoussa', 'Farid', 'Benelux'),
  person(10, 'Aroha Te Rangi', 'Aroha', 'New Logos'),
  person(11, 'Oluwaseun Adeyemi', 'Seun', 'DACH'),
  person(12, 'Leena Korhonen', 'Leena', 'Benelux'),
];

export const PICTURE_SCORES = [
  184_250, 171_900, 165_080, 152_780, 149_020, 138_950, 127_300, 133_200, 118_440, 109_875, 104_200,
  104_200,
] as const;

const FIRST = ['Ines', 'Mirko', 'Sanna', 'Tariq', 'Ilse', 'Ravi', 'Noor', 'Pavel', 'Yara', 'Jonas'];
const LAST = ['Albrecht', 'Bakker', 'Castellano', 'Dragomir', 'Eriksson', 'Fontaine'];

/** Sixty more people, for boards that need pages. */
export function crowd(count: number): Person[] {
  return Array.from({ length: count }, (_, index) => {
    const first = FIRST[index % FIRST.length] as string;
    const last = LAST[Math.floor(index / FIRST.length) % LAST.length] as string;
    const team = TEAM_NAMES[index % 6] as string;
    return person(201 + index, `${first} ${last}`, first, team);
  });
}

/** Names in the scripts and lengths that a wall must take as they come. */
export const HARD_NAMES: readonly Person[] = [
  person(301, 'Ελένη Παπαδημητρίου-Χατζηγεωργίου', 'Ελένη', 'Atlantic'),
  person(302, 'Олександра Крижанівська', 'Олександра', 'Nordics'),
  person(303, 'Trần Nguyễn Phương Quỳnh Như', 'Như', 'Iberia'),
  person(304, 'ليلى عبد الرحمن الحداد', 'ليلى', 'DACH'),
  person(305, '🦊 Rosalind 🌿 Fairweather-Montgomery', 'Rosalind', 'Benelux'),
  person(306, 'Wolfeschlegelsteinhausenbergerdorffmann', 'Wolfe', 'New Logos'),
  person(307, 'Christopher-Alexander Wigglesworth-Smythe', 'Christopher', 'Atlantic'),
  person(308, '山田太郎', '太郎', 'Nordics'),
  person(309, 'Anne-Sophie van der Westhuizen-Okonjo', 'Anne-Sophie', 'Iberia'),
  person(310, 'X', 'X', 'DACH'),
  person(311, 'Maximiliane Gräfin von Hohenstein-Weißenfels', 'Maxi', 'Benelux'),
  person(312, 'Þorgerður Sigríður Aðalsteinsdóttir', 'Þorgerður', 'New Logos'),
];

const EURO: Unit = { kind: 'money', currency: 'EUR', minorDigits: 2 };

const NOVEMBER: BoardHeading['period'] = {
  kind: 'month',
  key: '2026-11',
  before: '2026-10',
  after: '2026-12',
  label: 'November',
  startsOn: '2026-11-01',
  endsOn: '2026-11-30',
};

function heading(change: Partial<BoardHeading> = {}): BoardHeading {
  return {
    boardId: 'revenue.month.reps',
    title: 'Closed-won revenue',
    metric: 'revenue',
    unit: EURO,
    direction: 'higher',
    period: NOVEMBER,
    competitors: 'reps',
    team: null,
    timeZone: 'Europe/Dublin',
    ...change,
  };
}

export interface Standing {
  readonly who: Person | Team;
  readonly score: number;
  readonly rankAtDayStart?: number | null;
  readonly parts?: BoardRow['parts'];
  readonly reachedAt?: number;
  readonly photoUrl?: string;
}

/** A board as the server would send it: ranked 1224, with ties and gaps worked out. */
export function boardOf(
  standings: readonly Standing[],
  change: Partial<BoardHeading> = {},
  asOf = 0,
): BoardSnapshot {
  const head = heading(change);
  const sign = head.direction === 'higher' ? 1 : -1;
  const sorted = standings
    .map((standing, index) => ({ ...standing, reachedAt: standing.reachedAt ?? index }))
    .sort((a, b) => sign * (b.score - a.score) || a.reachedAt - b.reachedAt);
  const rows = sorted.map((standing, index): BoardRow => {
    const { who, score } = standing;
    const rank = sorted.findIndex((other) => other.score === score) + 1;
    const ahead = sorted[rank - 2];
    const isTeam = 'ribbon' in who;
    return {
      id: who.id,
      name: who.name,
      shortName: isTeam ? who.name : who.shortName,
      photoUrl: standing.photoUrl ?? null,
      team: isTeam ? who : who.team,
      rank,
      tied: sorted.some((other, at) => at !== index && other.score === score),
      score,
      parts: standing.parts ?? null,
      reachedAt: standing.reachedAt,
      gap: ahead ? Math.abs(ahead.score - score) : null,
      rankAtDayStart: standing.rankAtDayStart === undefined ? rank : standing.rankAtDayStart,
    };
  });
  return {
    heading: head,
    rows: rows.slice(0, 60),
    ranked: rows.length,
    unranked: 0,
    roster: rows.length,
    freshness: { asOf, newest: null },
  };
}

/** The board of the picture. */
export function pictureBoard(): BoardSnapshot {
  const starts = [1, 2, 3, 4, 6, 6, 7, 8, 9, 13, 11, 10];
  const board = boardOf(
    PEOPLE.map((who, index) => ({
      who,
      score: (PICTURE_SCORES[index] as number) * 100,
      rankAtDayStart: starts[index] as number,
    })),
  );
  return { ...board, ranked: 38, roster: 38 };
}

/** The people of the picture, one of them with another score. */
export function withScore(id: number, euros: number): BoardSnapshot {
  return boardOf(
    PEOPLE.map((who, index) => ({
      who,
      score: (who.id === id ? euros : (PICTURE_SCORES[index] as number)) * 100,
    })),
  );
}

/** The teams of the picture's strip. */
export function pictureStrip(): BoardSnapshot {
  const scores = { Atlantic: 612_400, Iberia: 588_150, Nordics: 541_900, DACH: 497_300 };
  const more = { 'New Logos': 463_850, Benelux: 421_600 };
  return boardOf(
    Object.entries({ ...scores, ...more }).map(([name, score]) => ({
      who: TEAMS[name] as Team,
      score: score * 100,
    })),
    { boardId: 'revenue.month.teams', title: 'Closed-won revenue', competitors: 'teams' },
  );
}

export function screenView(change: Partial<ScreenView> = {}): ScreenView {
  return {
    screenId: 7,
    name: 'Floor 3',
    organisation: 'Harbour & Pine',
    timeZone: 'Europe/Dublin',
    locale: 'en-IE',
    slides: [{ board: 'revenue.month.reps', strip: 'revenue.month.teams', seconds: 600 }],
    reducedMotion: false,
    volume: 0.5,
    ...change,
  };
}

let celebrations = 0;

/** A won deal of somebody, with everything the server may know of it. */
export function dealWon(who: Person, change: Partial<Celebration> = {}): Celebration {
  celebrations += 1;
  return {
    id: `deal-${celebrations}`,
    kind: 'deal-won',
    person: {
      id: who.id,
      name: who.name,
      shortName: who.shortName,
      photoUrl: null,
      team: who.team,
    },
    amount: 4_860_000,
    currency: 'EUR',
    minorDigits: 2,
    deal: '3-year service contract',
    account: 'Orsini Logistica',
    standing: {
      boardTitle: 'Closed-won',
      periodLabel: 'November',
      rankBefore: 3,
      rankAfter: 2,
      toTheBell: 1_235_000,
      dealsThisPeriod: 6_000,
    },
    happenedAt: 0,
    arrivedAt: 0,
    ...change,
  };
}
