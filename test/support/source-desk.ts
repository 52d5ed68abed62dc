import type {
  DeliveriesReply,
  DeliveryLine,
  DeliveryReply,
  SourcesReply,
} from '@bellwether/contracts';
import { expect, vi } from 'vitest';
import type { ApiClient } from './api-client.js';

/** A source as the desk sees it: how it is, and what it sent. */
export class SourceDesk {
  constructor(
    readonly floor: ApiClient,
    readonly id: number = floor.founded.source.id,
  ) {}

  get path(): string {
    return `/api/v1/sources/${this.id}`;
  }

  async source(): Promise<SourcesReply['sources'][number]> {
    const { body } = await this.floor.own<SourcesReply>('/api/v1/sources');
    return body.sources.find(({ id }) => id === this.id)!;
  }

  async log(query = ''): Promise<readonly DeliveryLine[]> {
    return (await this.floor.own<DeliveriesReply>(`${this.path}/deliveries${query}`)).body
      .deliveries;
  }

  /** Until the log holds so many lines: what was refused is written a moment later. */
  logOf(lines: number, query = ''): Promise<readonly DeliveryLine[]> {
    return vi.waitFor(
      async () => {
        const log = await this.log(query);
        expect(log).toHaveLength(lines);
        return log;
      },
      { timeout: 10_000, interval: 50 },
    );
  }

  async read(ref: string): Promise<DeliveryReply> {
    return (await this.floor.own<DeliveryReply>(`${this.path}/deliveries/${ref}`)).body;
  }

  replay(json: object) {
    return this.floor.own<{ replayed: number; notKept: number; next: string | null }>(
      `${this.path}/replay`,
      { json },
    );
  }
}
