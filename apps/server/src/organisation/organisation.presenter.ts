import type { OrganisationPreview } from '@bellwether/application';
import type { NamedPeriod, OrganisationReply } from '@bellwether/contracts';
import type { Period } from '@bellwether/domain';
import { periodLabel } from '@bellwether/domain';

/** How an organisation counts, as its settings show it. */
export function presentOrganisation(preview: OrganisationPreview): OrganisationReply {
  const { organisation, today, week, outline, records, moved, countsAnew, lostOn } = preview;
  const { name, timeZone, currency, locale, calendar } = organisation;
  const named = ({ kind, key, startsOn, endsOn, ...rest }: Period): NamedPeriod => {
    const label = periodLabel({ kind, key, startsOn, endsOn, ...rest }, today, locale);
    return { kind, key, label, startsOn, endsOn };
  };
  return {
    name,
    timeZone,
    currency,
    locale,
    calendar,
    records,
    today,
    week: named(week),
    year: {
      ...named(outline.year),
      quarters: outline.quarters.map(({ quarter, months }) => ({
        ...named(quarter),
        months: months.map(named),
      })),
    },
    moved: moved.map(({ before, after }) => ({ before: named(before), after: named(after) })),
    countsAnew,
    lostOn: [...lostOn],
  };
}
