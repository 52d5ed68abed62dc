import type { OrganisationId } from '@bellwether/domain';
import type { INestApplicationContext } from '@nestjs/common';

/** What a command works with. */
export interface CommandContext {
  readonly app: INestApplicationContext;
  readonly databaseUrl: string;
  readonly organisations: readonly OrganisationId[];
  readonly options: Readonly<Record<string, string | undefined>>;
  /** What stands beside the options, e.g. a file; null when nothing does. */
  readonly operand: string | null;
  /** Options without a value that are set. */
  readonly flags: ReadonlySet<string>;
  /** One line for the person at the terminal. */
  readonly say: (line: string) => void;
  /** A line that the next one replaces, where the terminal can. */
  readonly progress: (line: string) => void;
}

export interface Command {
  readonly summary: string;
  /** What has to stand beside the options, as the usage names it. */
  readonly operand?: string;
  /** Option → what it means. */
  readonly options: Readonly<Record<string, string>>;
  /** The same, of options without a value. */
  readonly flags?: Readonly<Record<string, string>>;
  /** Answers whether all is well. */
  run(context: CommandContext): Promise<boolean>;
}
