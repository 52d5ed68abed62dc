import type { KpiCard } from '@bellwether/contracts';

/** What people do comes before what it brings. */
export const TIMINGS = [
  { timing: 'leading', title: 'What people do', word: 'Leading' },
  { timing: 'lagging', title: 'What it brings', word: 'Lagging' },
] as const satisfies readonly { timing: KpiCard['timing']; title: string; word: string }[];

const ROLES: Readonly<Record<string, string>> = {
  SDR: 'Sales development',
  ISR: 'Inside sales',
  AE: 'Account executives',
  AM: 'Account managers',
  SE: 'Pre-sales',
  marketing: 'Marketing',
  manager: 'Managers',
  executive: 'Executives',
  operations: 'Operations',
};

const TELLS: Readonly<Record<KpiCard['tells'], string>> = {
  growth: 'How much there is',
  performance: 'How well it goes',
  cost: 'What it costs',
};

/** Roles in the order in which they are shown, those that nobody has heard of last. */
export function rolesOf(kpis: readonly KpiCard[]): readonly string[] {
  const said = new Set(kpis.flatMap(({ roles }) => roles));
  const known = Object.keys(ROLES);
  return [
    ...known.filter((role) => said.has(role)),
    ...[...said].filter((role) => !known.includes(role)).sort((a, b) => a.localeCompare(b)),
  ];
}

/** `AE`: `Account executives`. */
export function roleText(role: string): string {
  return ROLES[role] ?? role;
}

/** As a chip shows it: `AE` stays, `marketing` begins with a capital. */
export function shortRole(role: string): string {
  return role === role.toUpperCase() ? role : roleText(role);
}

export function timingOf({ timing }: Pick<KpiCard, 'timing'>): (typeof TIMINGS)[number] {
  return timing === 'leading' ? TIMINGS[0] : TIMINGS[1];
}

export function tellsText({ tells }: Pick<KpiCard, 'tells'>): string {
  return TELLS[tells];
}
