import type { MeasureDefinition, MetricDefinition, OrganisationId } from '@bellwether/domain';
import { BUILT_IN_MEASURES, BUILT_IN_METRICS } from '@bellwether/domain';
import { asSystem } from '../ports/audit.js';
import type { Organisations } from '../ports/organisations.js';
import type { Secrets } from '../ports/secrets.js';
import { DEFAULT_SLIDES } from './default-slides.js';

/** Nobody can be signed in before there is anything to sign in to. */
const SETUP = asSystem('Set-up');

export interface Foundation {
  readonly name: string;
  readonly timeZone: string;
  readonly currency: string;
  readonly locale: string;
  /** Definitions besides the built-in ones. */
  readonly measures?: readonly MeasureDefinition[];
  readonly metrics?: readonly MetricDefinition[];
}

/** Everything that its founder needs to begin. The keys are shown once and kept nowhere. */
export interface Founded {
  readonly organisationId: OrganisationId;
  readonly ownerKey: string;
  readonly screenKey: string;
  readonly source: {
    readonly id: number;
    readonly address: string;
    readonly apiKey: string;
    readonly webhookSecret: string;
  };
}

/** Makes an organisation with the built-in metrics, a screen, and a source for canonical records. */
export class FoundOrganisation {
  constructor(
    private readonly organisations: Organisations,
    private readonly secrets: Secrets,
  ) {}

  async execute({ measures = [], metrics = [], ...about }: Foundation): Promise<Founded> {
    const founded = {
      ...about,
      measures: [...BUILT_IN_MEASURES, ...measures],
      metrics: [...BUILT_IN_METRICS, ...metrics],
    };
    const organisationId = await this.organisations.add(founded, SETUP);
    const ownerKey = this.secrets.key('owner');
    const owner = { role: 'owner' } as const;
    await this.organisations.addKey(organisationId, ownerKey, 'Owner', owner, SETUP);
    const wall = { name: 'First wall', slides: DEFAULT_SLIDES };
    const screenId = await this.organisations.addScreen(organisationId, wall, SETUP);
    const screenKey = this.secrets.key('screen');
    const screen = { role: 'screen', screenId } as const;
    await this.organisations.addKey(organisationId, screenKey, wall.name, screen, SETUP);
    return { organisationId, ownerKey, screenKey, source: await this.#source(organisationId) };
  }

  async #source(organisationId: OrganisationId): Promise<Founded['source']> {
    const address = this.secrets.address('events');
    const webhookSecret = this.secrets.webhookSecret();
    const name = 'Events API';
    const id = await this.organisations.addSource(
      organisationId,
      { kind: 'canonical', name, address, secrets: [webhookSecret], settings: {} },
      SETUP,
    );
    const apiKey = this.secrets.key('source');
    const grant = { role: 'source', sourceId: id } as const;
    await this.organisations.addKey(organisationId, apiKey, name, grant, SETUP);
    return { id, address, apiKey, webhookSecret };
  }
}
