import type { ScorecardDraft } from '@bellwether/application';
import type { OrganisationId, ScorecardLine } from '@bellwether/domain';
import type { Transaction } from 'kysely';
import type { Schema } from '../schema.js';

/** A scorecard as the audit tells it: by the names of now, a line for each metric. */
export async function tellableScorecard(
  transaction: Transaction<Schema>,
  organisationId: OrganisationId,
  { name, for: { people, jobTitles, teams }, lines, forgivenMisses }: ScorecardDraft,
): Promise<Readonly<Record<string, unknown>>> {
  const namesOf = async (table: 'person' | 'team', ids: readonly number[]) => {
    const rows = await transaction
      .selectFrom(table)
      .select('name')
      .where('organisation_id', '=', organisationId)
      .where('id', '=', (eb) => eb.fn.any(eb.val([...ids])))
      .orderBy('name')
      .execute();
    return rows.map((row) => row.name);
  };
  return {
    name,
    people: await namesOf('person', people),
    jobTitles,
    teams: await namesOf('team', teams),
    forgivenMisses,
    lines: Object.fromEntries(lines.map((line) => [line.metric, lineText(line)])),
  };
}

function lineText({ target, period, weight, minimum, cap }: ScorecardLine): string {
  const least = minimum === null ? '' : `, at least ${minimum}`;
  return `${target} a ${period}${least}, ${weight} %, no more than ${cap} % ranks`;
}
