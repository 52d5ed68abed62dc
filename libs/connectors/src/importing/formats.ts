import type { RecordType } from '@bellwether/domain';

/** A kind of file that is known by the names of its columns. */
export interface Format {
  readonly name: string;
  /** The source that its records belong to: ids of two systems must not meet. */
  readonly sourceName: string;
  /** Null when a column says what each row is. */
  readonly type: RecordType | null;
  /** One of each list must be there for the file to be taken for this. */
  readonly needs: readonly (readonly string[])[];
  /** Field → names that its column goes by; where several are there, the first that is not empty. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
}

const hubspot: Format = {
  name: 'HubSpot deals',
  sourceName: 'HubSpot export',
  type: 'deal',
  needs: [
    ['Deal Name', 'dealname'],
    ['Deal Stage', 'dealstage'],
  ],
  columns: {
    externalId: ['Record ID', 'Record ID - Deal', 'Deal ID', 'hs_object_id'],
    name: ['Deal Name', 'dealname'],
    stage: ['Deal Stage', 'dealstage'],
    owner: ['Deal Owner Email', 'Owner Email', 'Deal owner', 'Owner', 'hubspot_owner_id'],
    amount: ['Amount'],
    currency: ['Currency', 'Deal Currency Code'],
    closedOn: ['Close Date', 'closedate'],
    createdAt: ['Create Date', 'createdate'],
    changedAt: ['Last Modified Date', 'hs_lastmodifieddate'],
    isWon: ['Is Closed Won', 'hs_is_closed_won'],
    isLost: ['Is closed lost', 'hs_is_closed_lost'],
    lostReason: ['Closed Lost Reason'],
    account: ['Associated Company (Primary)', 'Primary Associated Company', 'Associated Company'],
    contact: ['Associated Contact'],
  },
};

const salesforce: Format = {
  name: 'Salesforce opportunities',
  sourceName: 'Salesforce export',
  type: 'deal',
  needs: [
    ['Opportunity Name', 'StageName'],
    ['Stage', 'StageName', 'Stage Name'],
    ['Close Date', 'CloseDate'],
  ],
  columns: {
    externalId: ['Opportunity ID', 'Opportunity: ID', 'Case Safe ID', 'Id'],
    name: ['Opportunity Name', 'Name'],
    stage: ['Stage', 'StageName', 'Stage Name'],
    owner: [
      'Opportunity Owner: Email',
      'Opportunity Owner Email',
      'Owner Email',
      'Opportunity Owner',
      'Opportunity Owner: Full Name',
      'Owner',
      'OwnerId',
    ],
    amount: ['Amount'],
    currency: ['Amount Currency', 'Opportunity Currency', 'CurrencyIsoCode'],
    closedOn: ['Close Date', 'CloseDate'],
    createdAt: ['Created Date', 'CreatedDate'],
    changedAt: ['Last Modified Date', 'LastModifiedDate', 'SystemModstamp'],
    isWon: ['Won', 'IsWon'],
    isClosed: ['Closed', 'IsClosed'],
    lostReason: ['Loss Reason', 'Closed Lost Reason'],
    account: ['Account Name'],
    deleted: ['IsDeleted'],
  },
};

const pipedrive: Format = {
  name: 'Pipedrive deals',
  sourceName: 'Pipedrive export',
  type: 'deal',
  needs: [
    ['Deal - Title', 'Title'],
    ['Deal - Status', 'Status'],
    ['Deal - Value', 'Value'],
  ],
  columns: {
    externalId: ['Deal - ID', 'ID'],
    name: ['Deal - Title', 'Title'],
    status: ['Deal - Status', 'Status'],
    stage: ['Deal - Stage', 'Stage'],
    owner: ['Deal - Owner email', 'Owner email', 'Deal - Owner', 'Owner'],
    amount: ['Deal - Value', 'Value'],
    currency: ['Deal - Currency of Value', 'Deal - Currency', 'Currency of Value', 'Currency'],
    closedOn: [
      'Deal - Deal closed on',
      'Deal closed on',
      'Deal - Won time',
      'Won time',
      'Deal - Lost time',
      'Lost time',
      'Deal - Expected close date',
      'Expected close date',
    ],
    createdAt: ['Deal - Deal created', 'Deal created', 'Deal - Add time', 'Add time'],
    changedAt: ['Deal - Update time', 'Update time'],
    lostReason: ['Deal - Lost reason', 'Lost reason'],
    account: ['Deal - Organization', 'Organization'],
    contact: ['Deal - Contact person', 'Contact person'],
  },
};

/** By what an activity is known, and who did it when. */
const ACTIVITY = {
  type: ['Activity type', 'Activity - Type', 'Type', 'Engagement type', 'Activity'],
  at: [
    'Activity date',
    'Completed at',
    'Timestamp',
    'Date/Time',
    'When',
    'Date',
    'Activity - Due date',
    'Due date',
  ],
  owner: [
    'Owner email',
    'Email',
    'Activity assigned to',
    'Assigned to',
    'Assigned',
    'Owner',
    'User',
    'Rep',
    'Agent',
  ],
};

const activities: Format = {
  name: 'activities',
  sourceName: 'Activity import',
  type: null,
  needs: [ACTIVITY.type, ACTIVITY.at, ACTIVITY.owner],
  columns: {
    ...ACTIVITY,
    externalId: ['Activity ID', 'Activity - ID', 'ID', 'Record ID', 'Call ID', 'Engagement ID'],
    name: ['Subject', 'Title', 'Activity - Subject'],
    outcome: ['Call outcome', 'Outcome', 'Result', 'Disposition'],
    status: ['Meeting outcome', 'Meeting status'],
    direction: ['Call direction', 'Direction'],
    talkSeconds: [
      'Duration (seconds)',
      'Call duration (seconds)',
      'Talk time (seconds)',
      'Talk seconds',
      'Call duration (HH:mm:ss)',
    ],
    talkMinutes: ['Duration (minutes)', 'Duration (min)', 'Call duration (minutes)'],
    contact: ['Contact', 'Contact name', 'Contact person', 'Associated Contact', 'Lead'],
    account: ['Account', 'Account name', 'Company', 'Company name', 'Organization'],
  },
};

const deals: Format = {
  name: 'deals',
  sourceName: 'Deal import',
  type: 'deal',
  needs: [
    ['Deal ID', 'Opportunity ID', 'ID', 'Record ID'],
    ['Deal stage', 'Stage', 'Deal status', 'Status'],
    ['Deal value', 'Deal amount', 'Close value', 'Amount', 'Value', 'Revenue', 'Total'],
  ],
  columns: {
    externalId: ['Deal ID', 'Opportunity ID', 'ID', 'Record ID'],
    stage: ['Deal stage', 'Stage'],
    status: ['Deal status', 'Status'],
    amount: ['Deal value', 'Deal amount', 'Close value', 'Amount', 'Value', 'Revenue', 'Total'],
    currency: ['Currency', 'Currency code'],
    owner: [
      'Owner email',
      'Deal owner',
      'Owner',
      'Owner name',
      'Sales agent',
      'Sales rep',
      'Salesperson',
      'Account executive',
      'Rep',
      'Agent',
    ],
    closedOn: ['Close date', 'Closed date', 'Closed on', 'Closed at', 'Won date'],
    createdAt: [
      'Created',
      'Created at',
      'Created on',
      'Created date',
      'Create date',
      'Engage date',
    ],
    changedAt: ['Changed at', 'Updated at', 'Updated', 'Last modified date', 'Last modified'],
    name: ['Deal name', 'Opportunity name', 'Name', 'Title', 'Deal', 'Opportunity'],
    account: ['Account name', 'Account', 'Company', 'Customer', 'Client', 'Organization'],
    contact: ['Contact', 'Contact name'],
    product: ['Product', 'Product name'],
    lostReason: ['Lost reason', 'Loss reason', 'Closed lost reason'],
  },
};

/** From the most particular to the most general. */
export const FORMATS: readonly Format[] = [hubspot, salesforce, pipedrive, activities, deals];
