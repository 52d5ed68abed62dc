import type {
  OwnTargetsBody,
  PersonScorecard,
  ProposalsBody,
  ProposalsReply,
  Scorecard,
  ScorecardDraft,
} from '@bellwether/contracts';
import { reasonOf, type Answer, type BellwetherApi } from '@bellwether/ui';

/** All scorecards, as the server last told. */
export class Scorecards {
  all = $state.raw<readonly Scorecard[]>([]);
  loaded = $state(false);
  trouble = $state<string | null>(null);
  /** Goes up with each change: whoever shows people of a scorecard reads them again. */
  changes = $state(0);

  constructor(readonly api: BellwetherApi) {}

  async load(): Promise<void> {
    const answer = await this.api.scorecards();
    if (answer.kind === 'done') {
      this.all = answer.body.scorecards;
      this.loaded = true;
      this.trouble = null;
    } else this.trouble = reasonOf(answer);
  }

  /** A new one without an id. */
  keep(id: number | null, draft: ScorecardDraft): Promise<Answer<Scorecard>> {
    const { api } = this;
    return this.#thenLoad(id === null ? api.addScorecard(draft) : api.changeScorecard(id, draft));
  }

  remove(id: number): Promise<Answer<null>> {
    return this.#thenLoad(this.api.removeScorecard(id));
  }

  propose(body: ProposalsBody): Promise<Answer<ProposalsReply>> {
    return this.api.proposeTargets(body);
  }

  of(personId: number): Promise<Answer<PersonScorecard>> {
    return this.api.scorecardOf(personId);
  }

  keepOwnTargets(personId: number, body: OwnTargetsBody): Promise<Answer<unknown>> {
    return this.#thenLoad(this.api.keepOwnTargets(personId, body));
  }

  async #thenLoad<Body>(asked: Promise<Answer<Body>>): Promise<Answer<Body>> {
    const answer = await asked;
    if (answer.kind === 'done') {
      await this.load();
      this.changes += 1;
    }
    return answer;
  }
}
