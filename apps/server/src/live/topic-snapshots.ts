import type { Clock } from '@bellwether/application';
import type { LiveError, WatchReply } from '@bellwether/contracts';
import type { OrganisationId } from '@bellwether/domain';
import {
  PostgresCelebrations,
  PostgresDirectories,
  PostgresScreens,
} from '@bellwether/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '../access/grants.js';
import type { TopicKind } from '../access/permissions.js';
import { TOPICS, mayDo } from '../access/permissions.js';
import { presentScreen } from '../screens/screen.presenter.js';
import { CLOCK } from '../tokens.js';
import { LiveBoards } from './live-boards.js';

/** A screen that was away shows what it missed of the last minute, no more. */
const FEED_MS = 60_000;

/** What a topic is right now. */
@Injectable()
export class TopicSnapshots {
  constructor(
    @Inject(LiveBoards) private readonly boards: LiveBoards,
    @Inject(PostgresScreens) private readonly screens: PostgresScreens,
    @Inject(PostgresCelebrations) private readonly celebrations: PostgresCelebrations,
    @Inject(PostgresDirectories) private readonly directories: PostgresDirectories,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  forget(organisationId: OrganisationId): void {
    this.directories.forget(organisationId);
  }

  async read(caller: Caller, topic: string): Promise<WatchReply> {
    const [kind = '', id = ''] = topic.split(/:(.*)/s);
    if (!isTopicKind(kind)) return unknown(`There is no topic "${kind}"`);
    const { organisationId, grant } = caller;
    if (!mayDo(grant.role, TOPICS[kind])) {
      return forbidden(`A key of the role "${grant.role}" may not watch this`);
    }
    switch (kind) {
      case 'feed':
        return this.#feed(organisationId);
      case 'screen':
        return this.#screen(caller, Number(id));
      case 'board':
        return (
          (await this.boards.watch(organisationId, id)) ?? unknown(`There is no board "${id}"`)
        );
    }
  }

  async #feed(organisationId: OrganisationId): Promise<WatchReply> {
    const since = this.clock.now() - FEED_MS;
    const celebrations = await this.celebrations.shownSince(organisationId, since);
    return { epoch: 'feed', revision: 0, snapshot: { celebrations } };
  }

  async #screen({ organisationId, grant }: Caller, id: number): Promise<WatchReply> {
    if (grant.role === 'screen' && grant.screenId !== id) {
      return forbidden('This is another screen');
    }
    const screen = await this.screens.read(organisationId, id);
    if (!screen) return unknown(`There is no screen ${id}`);
    const { organisation } = await this.directories.read(organisationId);
    return { epoch: 'screen', revision: 0, snapshot: presentScreen(screen, organisation) };
  }
}

function isTopicKind(word: string): word is TopicKind {
  return Object.hasOwn(TOPICS, word);
}

function forbidden(detail: string): { readonly error: LiveError } {
  return { error: { code: 'forbidden', detail } };
}

function unknown(detail: string): { readonly error: LiveError } {
  return { error: { code: 'unknown-topic', detail } };
}
