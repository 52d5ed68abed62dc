import type { Facet, MeasureDefinition } from '../../measures/measure.js';
import type { MetricDefinition } from '../built-in.js';
import { countUnit, counter, created, proportionOf, sumOf } from '../definition-parts.js';
import type { Kpi } from '../kpi.js';

const category = 'Lead generation and qualifying';
/** How long a new lead may take to be qualified, in days. */
const MATURE_DAYS = 60;
const rule = {
  record: 'lead',
  credit: { kind: 'field', fields: ['createdBy', 'owner'] },
  dates: created,
} as const;

/** New leads, kept under what a field of theirs said first. */
function leadsBy(key: string, by: Facet): MeasureDefinition {
  return { ...counter(key, { one: 'lead', many: 'leads' }, rule), by };
}

/** Those of them that were qualified in time. */
function qualifiedBy(key: string, by: Facet): MeasureDefinition {
  const words = `of them SQL within ${MATURE_DAYS} days`;
  const reached = [{ field: 'status', values: ['sql', 'converted'], withinDays: MATURE_DAYS }];
  return { ...counter(key, { one: words, many: words }, { ...rule, reached }), by };
}

function conversion(
  key: string,
  title: string,
  leads: string,
  qualified: string,
): MetricDefinition {
  return proportionOf(key, title, 'lagging', { [qualified]: 1 }, { [leads]: 1 });
}

const channel: Facet = { field: 'channel', first: true };
const level: Facet = { field: 'contactLevel', first: true };
const fit: Facet = { field: 'fit', first: true };

export const leadsByChannel = leadsBy('leads_by_channel', channel);

const conversionFormula = `Leads that became an SQL within ${MATURE_DAYS} days, divided by all leads`;
const conversionCounts = `The day the lead was created, also for what came of it later; the last ${MATURE_DAYS} days are not ripe yet.`;

/** New leads, and what comes of them, broken down by what they were when they came. */
export const LEAD_BREAKDOWN_KPIS: readonly Kpi[] = [
  {
    id: 'K002',
    key: 'leads_by_channel',
    name: 'Leads by channel',
    category,
    meaning: 'Where new leads come from.',
    formula: 'Number of leads, by the channel that each came through first',
    counts: 'The day the lead was created; a channel that is told later does not move it.',
    tells: 'growth',
    roles: ['marketing', 'SDR'],
    needs: ['leads with their channel'],
    example: '22 by the website, 11 by cold calls, 7 by third parties: 40.',
    metric: sumOf('leads_by_channel', 'Leads by channel', countUnit('lead', 'leads'), 'leading'),
    measures: [leadsByChannel],
  },
  {
    id: 'K006',
    key: 'lead_conversion_by_channel',
    name: 'Lead conversion by channel',
    category,
    meaning: 'Which channels bring leads that are worth selling to.',
    formula: `${conversionFormula}, by the channel that each came through first`,
    counts: conversionCounts,
    tells: 'performance',
    roles: ['marketing', 'SDR'],
    needs: ['leads with their channel and status'],
    example: 'Paid search 12 of 80, social media 3 of 40: 15 % and 7.5 %, together 12.5 %.',
    metric: conversion(
      'lead_conversion_by_channel',
      'Lead conversion by channel',
      'leads_by_channel',
      'channel_leads_to_sql',
    ),
    measures: [leadsByChannel, qualifiedBy('channel_leads_to_sql', channel)],
  },
  {
    id: 'K021',
    key: 'conversion_by_contact_title',
    name: 'Conversion by level',
    category,
    meaning: 'Whom it is worth talking to: vice presidents, directors, managers or staff.',
    formula: `${conversionFormula}, by the level of the contact`,
    counts: `${conversionCounts} The level is the one that was known first.`,
    tells: 'performance',
    roles: ['marketing', 'SDR'],
    needs: ['leads with the level of the contact and their status'],
    example: 'Vice presidents 6 of 24, managers 9 of 90: 25 % and 10 %, together 13.2 %.',
    metric: conversion(
      'conversion_by_contact_title',
      'Conversion by level',
      'leads_by_level',
      'level_leads_to_sql',
    ),
    measures: [leadsBy('leads_by_level', level), qualifiedBy('level_leads_to_sql', level)],
  },
  {
    id: 'K022',
    key: 'conversion_by_icp',
    name: 'Conversion by fit',
    category,
    meaning: 'Whether leads that look like the ideal client are the better ones.',
    formula: `${conversionFormula}, by how well each fits the ideal client`,
    counts: `${conversionCounts} The fit is the one that was known first.`,
    tells: 'performance',
    roles: ['marketing'],
    needs: ['leads with their fit and status'],
    example: 'A good fit 18 of 60, none 4 of 80: 30 % and 5 %, together 15.7 %.',
    metric: conversion(
      'conversion_by_icp',
      'Conversion by fit',
      'leads_by_fit',
      'fit_leads_to_sql',
    ),
    measures: [leadsBy('leads_by_fit', fit), qualifiedBy('fit_leads_to_sql', fit)],
  },
];
