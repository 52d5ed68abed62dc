import type { Instant } from '@bellwether/domain';

export interface Clock {
  now(): Instant;
}
