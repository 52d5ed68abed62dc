/** Somebody of the demo floor. All are invented. */
export interface CastMember {
  readonly name: string;
  readonly shortName: string;
  readonly email: string;
  /** As the demo's HubSpot knows them. */
  readonly ownerId: string;
  readonly team: string;
  /** Around 1; how much more or less than others. */
  readonly drive: number;
}

const TEAMS: Readonly<Record<string, readonly string[]>> = {
  Atlantic: [
    'Amara Okonkwo-Lindqvist',
    'Nguyễn Thị Minh Châu',
    'Rory Devlin',
    'Ines Caldeira',
    'Kwame Asante-Boateng',
    'Saoirse Ní Bhriain',
    'Theo Marchetti',
  ],
  Iberia: [
    'Tomás Figueiredo',
    'María Valentina Echeverría de Montenegro',
    'Joana Sequeira',
    'Iker Etxeberria',
    'Lucía Barrantes',
    'Duarte Valadão',
    'Elena Παπαδάκη',
  ],
  Nordics: [
    'Björn Þórarinsson',
    'Sipho Dlamini',
    'Kaisa Ahonen',
    'Astrid Hjelmeland',
    'Mikkel Vestergård',
    'Linnea Öberg',
    'Aino Kettunen',
  ],
  DACH: [
    'Zofia Brzęczyszczykiewicz',
    'Oluwaseun Adeyemi',
    'Jürg Bänziger',
    'Annelie Große-Wilde',
    'Yusuf Demirtaş',
    'Franziska Obermoser',
    'Дмитро Ковальчук',
  ],
  'New Logos': [
    'Park Hye-jin',
    'Aroha Te Rangi',
    'Imani Cheruiyot',
    'Rashid Daoudi',
    'Mei-Ling Szeto',
    'Gabriel Quispe',
  ],
  Benelux: [
    'Farid Benmoussa',
    'Leena Korhonen',
    'Sanne van den Heuvel',
    'Joris De Clercq',
    'Marit Wagemakers',
    'Lotte Vermeersch',
  ],
};

export const TEAM_NAMES = Object.keys(TEAMS);

/** Forty people in six teams. */
export const CAST: readonly CastMember[] = Object.entries(TEAMS).flatMap(([team, names], row) =>
  names.map((name, column) => ({
    name,
    shortName: shortNameOf(name),
    email: `${slug(name, `rep.${row}.${column}`)}@lark.example`,
    ownerId: String(70_000 + row * 100 + column),
    team,
    // The first of a team is its best, and nobody is hopeless.
    drive: 1.45 - column * 0.13 + ((row * 7 + column * 3) % 5) * 0.06,
  })),
);

function shortNameOf(name: string): string {
  const [first = name, ...rest] = name.split(' ');
  return `${first} ${rest.at(-1)?.charAt(0) ?? ''}.`;
}

function slug(name: string, otherwise: string): string {
  const latin = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '.')
    .replace(/^\.|\.$/g, '');
  return latin.length > 2 ? latin : otherwise;
}
