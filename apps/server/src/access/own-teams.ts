import type { Clock, Directories, Directory, Members } from '@bellwether/application';
import { CalendarDay, RowId, RowIdText } from '@bellwether/contracts';
import type { BusinessDate, OrganisationId, PersonId, TeamId } from '@bellwether/domain';
import { businessDateOf } from '@bellwether/domain';
import { z } from 'zod';
import { PublicError } from '../http/public-error.js';
import { malformed } from '../http/schema.pipe.js';
import type { Caller } from './grants.js';
import { leads } from './leads.js';
import type { Permission } from './permissions.js';
import { FOR_OWN_TEAMS, mayDo } from './permissions.js';

interface Asked {
  readonly method: string;
  readonly params: unknown;
  readonly body: unknown;
}

/** By which names routes take people and teams; a route with a name of its own would need it here. */
const Params = z.object({ id: RowIdText.optional() });
const Named = z.object({ team: RowId.nullable().optional(), from: CalendarDay.optional() });
/** What is not a manager's to say of somebody. */
const KEPT_BY_RUNNERS = ['manager', 'hiredOn'];

/**
 * Holds managers to the people of their own teams. It looks at what a request names, not at which route it
 * is for: every route whose permission is one for own teams passes here before it is reached.
 */
export class OwnTeams {
  constructor(
    private readonly directories: Directories,
    private readonly members: Members,
    private readonly clock: Clock,
  ) {}

  /** @throws PublicError when a manager reaches beyond their own teams. */
  async hold(caller: Caller, permission: Permission, asked: Asked): Promise<void> {
    const { organisationId, grant } = caller;
    if (grant.role !== 'manager' || !FOR_OWN_TEAMS.includes(permission)) return;
    const id = parse(Params, asked.params ?? {}).id as PersonId | undefined;
    const { team, from } = parse(Named, isObject(asked.body) ? asked.body : {});
    const directory = await this.directories.read(organisationId);
    const person = id === undefined ? undefined : directory.people.get(id);
    if (person) {
      await this.#holdPerson(caller, directory, person.id, asked);
      const before = from && directory.teamOn(person.id, from as BusinessDate);
      if (before !== undefined && !leads(grant, before as TeamId)) throw beyond();
    }
    if (id === undefined && team === undefined) {
      throw new PublicError('impossible', 'Say which of your teams they join', '/team');
    }
    if (team !== undefined && !leads(grant, (team ?? undefined) as TeamId | undefined)) {
      throw new PublicError('forbidden', 'A manager moves people between their own teams', '/team');
    }
  }

  /** Of whom the caller may change something: what `hold` would let pass. */
  async mayChange(caller: Caller, directory: Directory): Promise<(id: PersonId) => boolean> {
    const { organisationId, grant } = caller;
    if (grant.role !== 'manager') return () => mayDo(grant.role, 'people.lead');
    const runners = await this.members.runners(organisationId);
    const today = this.#today(directory);
    return (id) => leads(grant, directory.teamOn(id, today)) && !runners.has(id);
  }

  async #holdPerson(
    { organisationId, grant }: Caller,
    directory: Directory,
    id: PersonId,
    { method, body }: Asked,
  ): Promise<void> {
    if (!leads(grant, directory.teamOn(id, this.#today(directory)))) throw beyond();
    if (method === 'GET') return;
    if (isObject(body) && KEPT_BY_RUNNERS.some((field) => field in body)) {
      throw new PublicError('forbidden', 'Who leads whom, and since when, owners and admins say');
    }
    if (await this.#isAbove(organisationId, id)) {
      throw new PublicError('forbidden', 'They run Bellwether: owners and admins change them');
    }
  }

  /** Letting somebody go ends their account, too: nobody does that to those above them. */
  async #isAbove(organisationId: OrganisationId, id: PersonId): Promise<boolean> {
    return (await this.members.runners(organisationId)).has(id);
  }

  #today({ organisation }: Directory): BusinessDate {
    return businessDateOf(this.clock.now(), organisation.timeZone);
  }
}

function beyond(): PublicError {
  return new PublicError('forbidden', 'A manager does this for their own teams');
}

function isObject(body: unknown): body is object {
  return typeof body === 'object' && body !== null;
}

function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const { data, error } = schema.safeParse(value);
  if (error) throw malformed(error.issues[0]);
  return data as z.output<Schema>;
}
