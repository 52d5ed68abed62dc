import type { ImportRow } from '@bellwether/application';
import { describe, expect, it } from 'vitest';
import { openImport } from './open-import.js';

const context = { timeZone: 'Europe/Dublin', now: Date.UTC(2026, 10, 19, 14, 32) };

/** In pieces of a few bytes, so that characters and rows are cut anywhere. */
async function* pieces(bytes: Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function imported(file: string | Uint8Array, options: object = {}) {
  const bytes = typeof file === 'string' ? Buffer.from(file) : file;
  const opened = await openImport(pieces(bytes), options, context);
  if (opened.kind === 'refused') return { refused: `${opened.field} ${opened.reason}`.trim() };
  const rows: ImportRow[] = [];
  let problem: string | undefined;
  for await (const part of opened.parts) {
    if (part.kind === 'rows') rows.push(...part.rows);
    else problem = part.reason;
  }
  const records = rows.flatMap((row) =>
    row.kind === 'record' ? [JSON.parse(row.body) as Record<string, unknown>] : [],
  );
  const others = rows.flatMap((row) => (row.kind === 'record' ? [] : [`${row.row} ${row.reason}`]));
  return { plan: opened.plan, records, others, problem };
}

describe('exports of the common CRMs', () => {
  it('of HubSpot', async () => {
    const { plan, records } = await imported(
      'Record ID,Deal Name,Deal Stage,Close Date,Deal owner,Amount,Is Closed Won,Last Modified Date,Pipeline\n' +
        '901,Orsini Logistica,Contract signed,2026-11-17 18:20,Ada Byron,48600.00,true,2026-11-18 09:00,Sales\n' +
        '902,Brisa,Qualified,2026-12-31 00:00,ada@example.com,,false,2026-11-18 09:00,Sales\n',
    );
    expect(plan).toMatchObject({ format: 'HubSpot deals', unused: ['Pipeline'] });
    expect(records).toEqual([
      {
        type: 'deal',
        externalId: '901',
        owner: { id: 'Ada Byron' },
        changedAt: '2026-11-18T09:00:00.000Z',
        name: 'Orsini Logistica',
        stage: 'Contract signed',
        status: 'won',
        amount: '48600.00',
        closedOn: '2026-11-17',
      },
      expect.objectContaining({ status: 'open', owner: { email: 'ada@example.com' } }),
    ]);
  });

  it('of Salesforce, with the footer of its reports', async () => {
    const { plan, records, others } = await imported(
      '"Opportunity Owner","Account Name","Opportunity Name","Stage","Close Date","Amount","Opportunity ID","Created Date"\n' +
        '"Ada Byron","Orsini","Trucks","Closed Won","11/3/2026","USD 5,000.00","0065x1","10/1/2026"\n' +
        '"Ada Byron","Brisa","Vans","Closed Lost","11/4/2026","USD 1,000.00","0065x2","10/1/2026"\n' +
        '\n"Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved."\n',
      { dates: 'us' },
    );
    expect(plan?.format).toBe('Salesforce opportunities');
    expect(records).toMatchObject([
      {
        externalId: '0065x1',
        status: 'won',
        amount: '5000.00',
        currency: 'USD',
        closedOn: '2026-11-03',
        changedAt: '2026-11-03T00:00:00.000Z',
      },
      { externalId: '0065x2', status: 'lost' },
    ]);
    expect(others).toEqual(['5 has one cell only: no record']);
  });

  it('of Pipedrive, won and lost days from two columns', async () => {
    const { plan, records } = await imported(
      'Deal - ID;Deal - Title;Deal - Value;Deal - Currency of Value;Deal - Owner;Deal - Status;Deal - Won time;Deal - Lost time;Deal - Update time\n' +
        '7;Trucks;1.234,50;EUR;Ada;Won;2026-11-17 10:00:00;;2026-11-17 10:00:00\n' +
        '8;Vans;99;EUR;Ada;Lost;;2026-11-18 10:00:00;2026-11-18 10:00:00\n',
    );
    expect(plan).toMatchObject({ format: 'Pipedrive deals', delimiter: ';' });
    expect(records).toMatchObject([
      { externalId: '7', status: 'won', amount: '1234.50', closedOn: '2026-11-17' },
      { externalId: '8', status: 'lost', amount: '99', closedOn: '2026-11-18' },
    ]);
  });

  it('of activities of any kind', async () => {
    const { plan, records, others } = await imported(
      'Activity Type,Date,Assigned To,Outcome,Duration (minutes),Contact\n' +
        'Call,2026-11-18 09:00,ada@example.com,Connected,2.5,Orsini\n' +
        'Sent Email,2026-11-18 09:05,ada@example.com,,,Orsini\n' +
        'Meeting,2026-11-18 10:00,ada@example.com,,,Orsini\n' +
        'Lunch,2026-11-18 12:00,ada@example.com,,,Orsini\n',
    );
    expect(plan).toMatchObject({ format: 'activities', type: null });
    expect(records).toMatchObject([
      {
        type: 'call',
        endedAt: '2026-11-18T09:00:00.000Z',
        outcome: 'conversation',
        talkSeconds: 150,
      },
      { type: 'email', sentAt: '2026-11-18T09:05:00.000Z' },
      { type: 'meeting', status: 'held', startsAt: '2026-11-18T10:00:00.000Z' },
    ]);
    expect(new Set(records?.map(({ externalId }) => externalId)).size).toBe(3);
    expect(others).toEqual(['5 is "Lunch": nothing that is counted']);
  });

  it.each([
    ['HubSpot deals', ' RECORD_ID , deal_name,DealStage,Amount'],
    ['HubSpot deals', 'hs_object_id,dealname,dealstage,amount,hubspot_owner_id'],
    ['Salesforce opportunities', 'Id,Name,StageName,CloseDate,Amount,IsWon,IsClosed'],
    ['Pipedrive deals', 'ID,Title,Value,Status,Owner'],
    ['deals', 'opportunity_id,sales_agent,product,account,deal_stage,close_date,close_value'],
    ['activities', 'ID\tType\tDue date\tAssigned'],
    ['activities', 'ID,Type,Date/Time,Owner email'],
    ['records', 'type,externalId,changedAt,custom.region'],
  ])('knows %s by %s', async (format, header) => {
    expect((await imported(`${header}\n`)).plan?.format).toBe(format);
  });
});

describe('a file', () => {
  const text =
    'Deal ID;Status;Value;Name;Created\n1;won;5,50;"Ünal & ""Sons""\r\nשלום 🐑";2026-01-02\n';
  it.each<[string, Uint8Array, string]>([
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`), 'utf-8'],
    ['UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 without its mark', Buffer.from(text, 'utf16le'), 'utf-16le'],
    ['UTF-16 the other way round', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(), 'utf-16be'],
    ['CRLF', Buffer.from(text.replace(/(?<!\r)\n/g, '\r\n')), 'utf-8'],
    ['tabs', Buffer.from(text.replaceAll(';', '\t')), 'utf-8'],
  ])('may be %s', async (_, bytes, encoding) => {
    const { plan, records } = await imported(bytes);
    expect(plan?.encoding).toBe(encoding);
    expect(records).toMatchObject([
      { externalId: '1', amount: '5.50', name: 'Ünal & "Sons"\r\nשלום 🐑' },
    ]);
  });

  it('may be of an older Windows, when it is said', async () => {
    const bytes = Buffer.from(
      'Deal ID,Status,Value,Name,Created\n1,won,5,M\xFCller,2026-01-02\n',
      'latin1',
    );
    expect((await imported(bytes)).problem ?? '').toMatch(/say encoding=windows-1252/);
    const { records } = await imported(bytes, { encoding: 'windows-1252' });
    expect(records).toMatchObject([{ name: 'Müller' }]);
  });

  it.each([
    ['that is empty', '', {}, /^The file is empty$/],
    ['that nobody knows', 'a,b\n1,2\n', {}, /mapping is needed.*mapping=type=deal/],
    ['without ids', 'Deal Name,Deal Stage\nA,B\n', {}, /lacks a column with the id of each deal/],
    [
      'without the column that is named',
      'Deal ID,Status,Value\n',
      { columns: { owner: 'Rep' } },
      /names a column "Rep" that the file does not have; it has: Deal ID, Status, Value/,
    ],
    [
      'with a field that there is not',
      'Deal ID,Status,Value\n',
      { columns: { price: 'Value' } },
      /names a field "price" that there is not; there are: type, /,
    ],
    [
      "with another record's field",
      'Deal ID,Status,Value\n',
      { columns: { talkSeconds: 'Value' } },
      /a deal does not have/,
    ],
    ['read in an unknown way', 'a\n', { dates: 'mars' }, /dates is none of iso, us, eu/],
  ])('%s is refused at once', async (_, file, options, reason) => {
    expect((await imported(file, options)).refused?.replace(/^\//, '')).toMatch(reason);
  });

  it('says of each row what is wrong with it, and takes the others', async () => {
    const { records, others } = await imported(
      'Deal ID,Status,Value,Close date\n' +
        '1,won,10,2026-11-01\n2,won,"1,234",2026-11-01\n3,won,10,03/04/2026\n4,won\n\n5,won,NaN,2026-11-01\n6,lost,7,2026-11-02\n',
    );
    expect(records?.map(({ externalId }) => externalId)).toEqual(['1', '6']);
    expect(others).toEqual([
      '3 Value: "1,234" may be 1234 or 1.234: say decimal=. or decimal=,',
      '4 Close date: "03/04/2026" may be month 3 or day 3: say dates=us or dates=eu',
      '5 has 2 cells, the header 4: check quotation marks and the delimiter',
      '7 Value: "NaN" is no amount',
    ]);
  });

  it.each([
    [
      'a quotation mark that nobody closes',
      '2,won,"10\n',
      /after row 2: a quotation mark is opened/,
    ],
    ['a row without end', `2,won,"${'x'.repeat(300_000)}"\n`, /after row 2: a row is longer/],
  ])('ends early at %s', async (_, end, reason) => {
    const { records, problem } = await imported(
      `Deal ID,Status,Value,Created\n1,won,1,2026-01-02\n${end}`,
    );
    expect([records?.length, problem]).toEqual([1, expect.stringMatching(reason)]);
  });

  it("is read as it is said: columns joined, in turn, left out, and words of one's own", async () => {
    const { records } = await imported(
      'No,Rep,Phase,Sum,Day,Time,Region,Won on\n9,Ada,Gewonnen,"1,234",2026-11-02,09:30,North,\n',
      {
        type: 'deal',
        columns: {
          externalId: 'No',
          owner: 'Rep',
          stage: 'Phase',
          amount: 'Sum',
          changedAt: 'Day+Time',
          closedOn: 'Won on|Day',
          'custom.region': 'Region',
        },
        won: ['gewonnen'],
        decimal: '.',
        currency: 'USD',
      },
    );
    expect(records).toEqual([
      {
        type: 'deal',
        externalId: '9',
        owner: { id: 'Ada' },
        changedAt: '2026-11-02T09:30:00.000Z',
        stage: 'Gewonnen',
        status: 'won',
        amount: '1234',
        currency: 'USD',
        closedOn: '2026-11-02',
        custom: { region: 'North' },
      },
    ]);
  });

  it('takes the day of the export for what it says of no other', async () => {
    const file = 'Deal ID,Status,Value\n1,won,10\n';
    expect((await imported(file)).records?.[0]).not.toHaveProperty('changedAt');
    const { records } = await imported(file, { asOf: '2026-11-01' });
    expect(records).toMatchObject([{ changedAt: '2026-11-01T00:00:00.000Z' }]);
  });
});

describe('what figures of the library need', () => {
  const columns = (...names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, name]));

  it('is read of trials', async () => {
    const names = ['externalId', 'owner', 'startedAt', 'completedAt', 'goals', 'cost'];
    const { records, others } = await imported(
      `${names.join(';')}\n` +
        'T-1;ada@example.com;2026-05-04;2026-05-25;2,5;EUR 3.000,00\n' +
        'T-2;ada@example.com;2026-05-04;;many;\n',
      { type: 'trial', columns: columns(...names), decimal: ',', dates: 'iso' },
    );
    expect(records).toEqual([
      {
        type: 'trial',
        externalId: 'T-1',
        owner: { email: 'ada@example.com' },
        changedAt: '2026-05-24T23:00:00.000Z',
        startedAt: '2026-05-03T23:00:00.000Z',
        completedAt: '2026-05-24T23:00:00.000Z',
        goals: 2.5,
        cost: '3000.00',
        currency: 'EUR',
      },
    ]);
    expect(others).toEqual([expect.stringContaining('"many" is no number')]);
  });

  it('is read of deals, cost and amount in one currency', async () => {
    const names = ['externalId', 'owner', 'status', 'closedOn', 'amount', 'cost', 'termMonths'];
    const { records } = await imported(
      `${names.join(',')}\nD-1,ada@example.com,won,2026-05-04,USD 39000.00,12000.00,36\n`,
      { type: 'deal', columns: columns(...names) },
    );
    expect(records).toMatchObject([
      { amount: '39000.00', cost: '12000.00', currency: 'USD', termMonths: 36 },
    ]);
  });
});
