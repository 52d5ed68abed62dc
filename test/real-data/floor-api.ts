import type { BoardReply, BoardRow, StatusReply } from '@bellwether/contracts';

export type StandingRow = BoardRow & { readonly rank: number; readonly score: number };

/** What the check needs of a running server: its HTTP interface, as anybody has it. */
export class FloorApi {
  constructor(
    private readonly url: string,
    private readonly ownerKey: string,
    private readonly apiKey: string,
  ) {}

  async send(records: readonly object[]): Promise<{ accepted: number; duplicates: number }> {
    const reply = await this.#fetch('/api/v1/events', this.apiKey, {
      method: 'POST',
      body: JSON.stringify(records),
    });
    const body = (await reply.json()) as { accepted: number; duplicates: number; refused: number };
    if (reply.status !== 202 || body.refused > 0) throw new Error(JSON.stringify(body));
    return body;
  }

  async status(): Promise<StatusReply> {
    return (await (await this.#fetch('/api/v1/status', this.ownerKey)).json()) as StatusReply;
  }

  /** Every row of a board; whoever is without a place is at 0, with the value that their sums come to. */
  async board(id: string): Promise<readonly StandingRow[]> {
    const reply = await this.#fetch(`/api/v1/boards/${id}?limit=500`, this.ownerKey);
    if (reply.status !== 200) throw new Error(`${id}: ${await reply.text()}`);
    const { rows } = (await reply.json()) as BoardReply;
    return rows.map((row) => ({
      ...row,
      rank: row.rank ?? 0,
      score: row.score ?? quotientOf(row),
    }));
  }

  #fetch(path: string, key: string, init: RequestInit = {}): Promise<Response> {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    return fetch(this.url + path, { ...init, headers });
  }
}

function quotientOf({ parts }: BoardRow): number {
  return parts ? parts.numerator / parts.denominator : 0;
}
