import type { CelebrationNotice, Clock } from '@bellwether/application';
import { discreetCelebration } from '@bellwether/application';
import type { LiveError, WatchReply } from '@bellwether/contracts';
import type { OrganisationId } from '@bellwether/domain';
import {
  PostgresCelebrations,
  PostgresDirectories,
  PostgresScreens,
} from '@bellwether/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '../access/grants.js';
import { lookerOf, readsValues } from '../access/looker-of.js';
import type { TopicKind } from '../access/permissions.js';
import { TOPICS, mayDo } from '../access/permissions.js';
import { presentScreen } from '../screens/screen.presenter.js';
import { KEPT_PRIVATE } from '../boards/kept-private.js';
import { CLOCK } from '../tokens.js';
import { LiveBoards } from './live-boards.js';

/** A screen that was away shows what it missed of the last minute, no more. */
const FEED_MS = 60_000;
const BOARD = 'board:';

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

  /** Whom a topic's news are sent to: all who watch it, or of a board, who see it in the same light. */
  async shadeOf(caller: Caller, topic: string): Promise<string> {
    if (!topic.startsWith(BOARD) || !mayDo(caller.grant.role, TOPICS.board)) return topic;
    const id = topic.slice(BOARD.length);
    const shade = await this.boards.shadeOf(caller.organisationId, id, lookerOf(caller));
    return shade ?? topic;
  }

  async read(caller: Caller, topic: string): Promise<WatchReply> {
    const [kind = '', id = ''] = topic.split(/:(.*)/s);
    if (!isTopicKind(kind)) return unknown(`There is no topic "${kind}"`);
    const { grant } = caller;
    if (!mayDo(grant.role, TOPICS[kind])) {
      return forbidden(`A key of the role "${grant.role}" may not watch this`);
    }
    switch (kind) {
      case 'feed':
        return this.#feed(caller);
      case 'screen':
        return this.#screen(caller, Number(id));
      case 'board':
        return this.#board(caller, id);
    }
  }

  async #board(caller: Caller, id: string): Promise<WatchReply> {
    const { organisationId } = caller;
    const looker = lookerOf(caller);
    const watched = await this.boards.watch(organisationId, id, looker);
    if (watched) return watched;
    const shade = await this.boards.shadeOf(organisationId, id, looker);
    return shade === null ? forbidden(KEPT_PRIVATE) : unknown(`There is no board "${id}"`);
  }

  /** A celebration as those see it who manage, or do not; undefined when it is not for them. */
  async discreet(
    organisationId: OrganisationId,
    celebration: CelebrationNotice,
  ): Promise<(manages: boolean) => CelebrationNotice | undefined> {
    const { privacyOf } = await this.directories.read(organisationId);
    return (manages) => discreetCelebration(celebration, privacyOf, manages);
  }

  async #feed({ organisationId, grant }: Caller): Promise<WatchReply> {
    const since = this.clock.now() - FEED_MS;
    const all = await this.celebrations.shownSince(organisationId, since);
    const { privacyOf } = await this.directories.read(organisationId);
    const manages = readsValues(grant);
    const celebrations = all.flatMap(
      (celebration) => discreetCelebration(celebration, privacyOf, manages) ?? [],
    );
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
