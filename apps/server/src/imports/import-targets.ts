import type { Actor, Source } from '@bellwether/application';
import type { OrganisationId, SourceId } from '@bellwether/domain';
import { PostgresImports, PostgresSources } from '@bellwether/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { PublicError } from '../http/public-error.js';

/** Which source imported records belong to: the one that is named, or one for each kind of file. */
@Injectable()
export class ImportTargets {
  constructor(
    @Inject(PostgresSources) private readonly sources: PostgresSources,
    @Inject(PostgresImports) private readonly imports: PostgresImports,
  ) {}

  /** @throws PublicError when a source is named that records cannot be imported into. */
  async check(organisationId: OrganisationId, id: number | undefined): Promise<void> {
    if (id === undefined) return;
    const source = await this.sources.byId(organisationId, id as SourceId);
    if (source?.kind === 'canonical') return;
    throw new PublicError(
      'impossible',
      source
        ? `Source ${id} speaks ${source.kind}; import into one of the kind canonical`
        : `There is no source ${id}`,
      '/source',
    );
  }

  /** Undefined when it would have to be made. */
  async present(
    organisationId: OrganisationId,
    id: number | undefined,
    name: string,
  ): Promise<Source | undefined> {
    if (id !== undefined) return this.sources.byId(organisationId, id as SourceId);
    const all = await this.sources.ofOrganisation(organisationId);
    return all.find((source) => source.kind === 'canonical' && source.name === name);
  }

  async make(
    organisationId: OrganisationId,
    id: number | undefined,
    name: string,
    by: Actor,
  ): Promise<SourceId> {
    return id === undefined ? this.imports.named(organisationId, name, by) : (id as SourceId);
  }
}
