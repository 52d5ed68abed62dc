import type {
  AccountReply,
  AuditQuery,
  AuditReply,
  BoardReply,
  CallReply,
  ChangesReply,
  DeliveriesReply,
  DeliveryReply,
  DeskCall,
  ExplainReply,
  FieldPreviewBody,
  FieldPreviewReply,
  FieldRulesBody,
  FieldRulesReply,
  Holidays,
  GoalsBody,
  GoalsReply,
  GoalsSet,
  IdentityBody,
  IgnoreBody,
  IntakeReply,
  InvitationBody,
  InvitationMade,
  LibraryReply,
  LinkMade,
  MatchesBody,
  MatchesReply,
  MembersReply,
  MetricPrivacy,
  MetricsReply,
  MoveBody,
  OrganisationBody,
  OrganisationReply,
  OwnTargetsBody,
  OwnMetricDraft,
  OwnMetricKept,
  OwnMetricPreview,
  OwnMetricsReply,
  OwnMetricTry,
  PairingClaim,
  PairingClaimed,
  ParkedReply,
  PeopleImported,
  PeopleReply,
  PersonBody,
  PersonScorecard,
  PositionBody,
  ProfileBody,
  ProfileReply,
  ProposalsBody,
  ProposalsReply,
  ReliefBody,
  ReplayBody,
  ReplayDeliveriesBody,
  ReplayedReply,
  RescoringReply,
  RotationBody,
  RotationReply,
  Scorecard,
  ScorecardDraft,
  ScorecardPeopleReply,
  ScorecardsReply,
  ScreenChange,
  ScreenMade,
  ScreensReply,
  ScreenView,
  Session,
  SourceBody,
  SourceChange,
  SourceMade,
  SourcesReply,
  StatusReply,
  VersusReply,
  WallDayReply,
} from '@bellwether/contracts';
import type { Answer } from './answer.js';
import { sendRequest, type Fetching, type Sending } from './send-request.js';

export interface BoardPage {
  readonly offset?: number;
  readonly limit?: number;
  readonly around?: number;
  readonly span?: number;
}

/** Which changes; nothing named means all. */
export type AuditAsked = Partial<AuditQuery>;

export interface ExplainPage {
  readonly person: number;
  readonly metric: string;
  readonly period: string;
  readonly after?: number;
  readonly limit?: number;
}

/** Which of a scorecard's people. */
export interface VersusAsked {
  readonly board: string;
  /** A person's or a team's number. */
  readonly member: number;
  /** `ahead`, `leader` or a number. */
  readonly against: string;
}

export interface ChangesAsked {
  readonly board: string;
  readonly member: number;
  /** By name, or a moment. */
  readonly since: string;
}

export interface ScorecardPeoplePage {
  readonly offset?: number;
  readonly limit?: number;
  readonly team?: number;
  readonly order?: 'name' | 'activity' | 'objective';
}

/** Which of a year's goals. */
export interface GoalsPage {
  readonly year: number;
  readonly of: 'people' | 'teams';
  readonly measure: GoalsBody['measure'];
  readonly product?: string | undefined;
  readonly team?: number;
  readonly search?: string;
  readonly offset?: number;
  readonly limit?: number;
}

/** A file of years takes its time. */
const FILE_PATIENCE_MS = 120_000;

/**
 * The server as a page knows it that has a key, or somebody who signed in: one method for each thing that
 * can be asked.
 */
export class BellwetherApi {
  readonly #key: string | null;
  readonly #fetching: Fetching;

  constructor(
    /** Without one, the browser proves who signed in. */
    key: string | null,
    fetching: Fetching = (address, init) => window.fetch(address, init),
    /** Told whenever the server does not know the key any more, or nobody is signed in. */
    private readonly onKeyRefused: () => void = () => {},
    /** Told whenever something was changed. */
    private readonly onChanged: () => void = () => {},
  ) {
    this.#key = key;
    this.#fetching = fetching;
  }

  session(): Promise<Answer<Session>> {
    return this.#ask('session');
  }

  status(): Promise<Answer<StatusReply>> {
    return this.#ask('status');
  }

  metrics(): Promise<Answer<MetricsReply>> {
    return this.#ask('metrics');
  }

  /** Says who sees a metric. */
  keepPrivate(key: string, privacy: MetricPrivacy): Promise<Answer<unknown>> {
    return this.#ask(`metrics/${key}/privacy`, { method: 'PUT', json: privacy });
  }

  /** All figures that can be picked from. */
  library(): Promise<Answer<LibraryReply>> {
    return this.#ask('library');
  }

  /** Puts a figure of the library into use; what came before is counted as well. */
  useKpi(key: string): Promise<Answer<null>> {
    return this.#ask(`library/${encodeURIComponent(key)}/use`, { method: 'PUT' });
  }

  /** Takes a figure out of use. */
  dropKpi(key: string): Promise<Answer<null>> {
    return this.#ask(`library/${encodeURIComponent(key)}/use`, { method: 'DELETE' });
  }

  /** The metrics of one's own, and what one can be made of. */
  ownMetrics(): Promise<Answer<OwnMetricsReply>> {
    return this.#ask('own-metrics');
  }

  /** What a draft would come to; of a metric of this key, or of a new one. */
  tryOwnMetric(body: OwnMetricTry): Promise<Answer<OwnMetricPreview>> {
    return this.#ask('own-metrics/preview', { method: 'POST', json: body });
  }

  makeOwnMetric(draft: OwnMetricDraft): Promise<Answer<OwnMetricKept>> {
    return this.#ask('own-metrics', { method: 'POST', json: draft });
  }

  changeOwnMetric(key: string, draft: OwnMetricDraft): Promise<Answer<OwnMetricKept>> {
    const path = `own-metrics/${encodeURIComponent(key)}`;
    return this.#ask(path, { method: 'PUT', json: draft });
  }

  dropOwnMetric(key: string): Promise<Answer<null>> {
    return this.#ask(`own-metrics/${encodeURIComponent(key)}`, { method: 'DELETE' });
  }

  /** How far what came before is counted. */
  rescoring(): Promise<Answer<RescoringReply>> {
    return this.#ask('rescoring');
  }

  /** Counts all of history anew. */
  countAgain(): Promise<Answer<RescoringReply>> {
    return this.#ask('rescoring', { method: 'POST', json: {} });
  }

  stopCounting(): Promise<Answer<null>> {
    return this.#ask('rescoring', { method: 'DELETE' });
  }

  board(id: string, page: BoardPage = {}): Promise<Answer<BoardReply>> {
    return this.#ask(`boards/${encodeURIComponent(id)}${query(page)}`);
  }

  explain(page: ExplainPage): Promise<Answer<ExplainReply>> {
    return this.#ask(`explain${query(page)}`);
  }

  /** Why somebody stands where they stand, beside another. */
  versus(asked: VersusAsked): Promise<Answer<VersusReply>> {
    return this.#ask(`explain/versus${query(asked)}`);
  }

  /** What changed of somebody since a moment. */
  changes(asked: ChangesAsked): Promise<Answer<ChangesReply>> {
    return this.#ask(`explain/changes${query(asked)}`);
  }

  audit(asked: AuditAsked = {}): Promise<Answer<AuditReply>> {
    return this.#ask(`audit${query(asked)}`);
  }

  /** The same as a file. */
  auditFile(asked: AuditAsked = {}): Promise<Answer<Blob>> {
    return this.#ask(`audit.csv${query(asked)}`, { file: true, patience: FILE_PATIENCE_MS });
  }

  people(): Promise<Answer<PeopleReply>> {
    return this.#ask('people');
  }

  addPerson(body: PersonBody): Promise<Answer<{ readonly id: number }>> {
    return this.#ask('people', { method: 'POST', json: body });
  }

  addIdentity(personId: number, body: IdentityBody): Promise<Answer<unknown>> {
    return this.#ask(`people/${personId}/identities`, { method: 'POST', json: body });
  }

  moveToTeam(personId: number, body: MoveBody): Promise<Answer<unknown>> {
    return this.#ask(`people/${personId}/team`, { method: 'POST', json: body });
  }

  /** With `dryRun`, only says what would happen. */
  importPeople(file: Blob, dryRun: boolean): Promise<Answer<PeopleImported>> {
    // The name decides nothing: a browser may call it anything.
    const blob = new Blob([file], { type: 'text/csv' });
    const patience = FILE_PATIENCE_MS;
    return this.#ask(`people/import${query({ dryRun })}`, { method: 'POST', blob, patience });
  }

  profile(personId: number): Promise<Answer<ProfileReply>> {
    return this.#ask(`people/${personId}`);
  }

  changeProfile(personId: number, body: ProfileBody): Promise<Answer<ProfileReply>> {
    return this.#ask(`people/${personId}`, { method: 'PATCH', json: body });
  }

  removeIdentity(
    personId: number,
    identity: ProfileReply['identities'][number],
  ): Promise<Answer<null>> {
    return this.#ask(`people/${personId}/identities${query(identity)}`, { method: 'DELETE' });
  }

  /** Null takes it away. */
  setPhoto(personId: number, photo: Blob | null): Promise<Answer<null>> {
    const sending = photo
      ? ({ method: 'PUT', blob: photo } as const)
      : { method: 'DELETE' as const };
    return this.#ask(`people/${personId}/photo`, sending);
  }

  letGo(personId: number, leftOn: string): Promise<Answer<ProfileReply>> {
    return this.#ask(`people/${personId}/deactivate`, { method: 'POST', json: { leftOn } });
  }

  letBack(personId: number): Promise<Answer<ProfileReply>> {
    return this.#ask(`people/${personId}/reactivate`, { method: 'POST', json: {} });
  }

  erase(personId: number, name: string): Promise<Answer<ProfileReply>> {
    return this.#ask(`people/${personId}/erase`, { method: 'POST', json: { name } });
  }

  linkToPhone(personId: number): Promise<Answer<LinkMade>> {
    return this.#ask(`people/${personId}/links`, { method: 'POST', json: {} });
  }

  addTeam(name: string): Promise<Answer<{ readonly id: number }>> {
    return this.#ask('teams', { method: 'POST', json: { name } });
  }

  organisation(): Promise<Answer<OrganisationReply>> {
    return this.#ask('organisation');
  }

  /** What a change would move; changes nothing. */
  previewOrganisation(body: OrganisationBody): Promise<Answer<OrganisationReply>> {
    return this.#ask('organisation/preview', { method: 'POST', json: body });
  }

  changeOrganisation(body: OrganisationBody): Promise<Answer<OrganisationReply>> {
    return this.#ask('organisation', { method: 'PATCH', json: body });
  }

  /** The days on which nobody works. */
  holidays(): Promise<Answer<Holidays>> {
    return this.#ask('holidays');
  }

  setHolidays(body: Holidays): Promise<Answer<Holidays>> {
    return this.#ask('holidays', { method: 'PUT', json: body });
  }

  /** The scorecard of whoever asks. */
  ownScorecard(): Promise<Answer<PersonScorecard>> {
    return this.#ask('me/scorecard');
  }

  scorecardOf(personId: number): Promise<Answer<PersonScorecard>> {
    return this.#ask(`people/${personId}/scorecard`);
  }

  /** Somebody's own targets, all of them. */
  keepOwnTargets(personId: number, body: OwnTargetsBody): Promise<Answer<unknown>> {
    return this.#ask(`people/${personId}/scorecard/targets`, { method: 'PUT', json: body });
  }

  /** Goals of a year beside what has come of them. */
  goals(page: GoalsPage): Promise<Answer<GoalsReply>> {
    return this.#ask(`goals${query(page)}`);
  }

  /** All of them, or none. */
  setGoals(body: GoalsBody): Promise<Answer<GoalsSet>> {
    return this.#ask('goals', { method: 'PUT', json: body });
  }

  giveRelief(body: ReliefBody): Promise<Answer<null>> {
    return this.#ask('goals/relief', { method: 'PUT', json: body });
  }

  /** Who is meant by names of a spreadsheet. */
  matchNames(body: MatchesBody): Promise<Answer<MatchesReply>> {
    return this.#ask('goals/matches', { method: 'POST', json: body });
  }

  scorecards(): Promise<Answer<ScorecardsReply>> {
    return this.#ask('scorecards');
  }

  scorecardPeople(id: number, page: ScorecardPeoplePage): Promise<Answer<ScorecardPeopleReply>> {
    return this.#ask(`scorecards/${id}/people${query(page)}`);
  }

  addScorecard(draft: ScorecardDraft): Promise<Answer<Scorecard>> {
    return this.#ask('scorecards', { method: 'POST', json: draft });
  }

  changeScorecard(id: number, draft: ScorecardDraft): Promise<Answer<Scorecard>> {
    return this.#ask(`scorecards/${id}`, { method: 'PUT', json: draft });
  }

  removeScorecard(id: number): Promise<Answer<null>> {
    return this.#ask(`scorecards/${id}`, { method: 'DELETE' });
  }

  /** What targets would fit, by what these people did. */
  proposeTargets(body: ProposalsBody): Promise<Answer<ProposalsReply>> {
    return this.#ask('scorecards/proposals', { method: 'POST', json: body });
  }

  parked(
    page: {
      readonly kind?: string;
      readonly subject?: string;
      readonly ignored?: boolean;
      readonly after?: number;
      readonly limit?: number;
    } = {},
  ): Promise<Answer<ParkedReply>> {
    return this.#ask(`parked${query(page)}`);
  }

  replayParked(body: ReplayBody): Promise<Answer<{ readonly replayed: number }>> {
    return this.#ask('parked/replay', { method: 'POST', json: body });
  }

  sources(): Promise<Answer<SourcesReply>> {
    return this.#ask('sources');
  }

  addSource(body: SourceBody): Promise<Answer<SourceMade>> {
    return this.#ask('sources', { method: 'POST', json: body });
  }

  changeSource(id: number, body: SourceChange): Promise<Answer<unknown>> {
    return this.#ask(`sources/${id}`, { method: 'PATCH', json: body });
  }

  /** What a source sent, newest first. */
  deliveries(
    sourceId: number,
    page: {
      readonly verdict?: string;
      readonly before?: string;
      readonly limit?: number;
    } = {},
  ): Promise<Answer<DeliveriesReply>> {
    return this.#ask(`sources/${sourceId}/deliveries${query(page)}`);
  }

  delivery(sourceId: number, ref: string): Promise<Answer<DeliveryReply>> {
    return this.#ask(`sources/${sourceId}/deliveries/${ref}`);
  }

  replayDeliveries(sourceId: number, body: ReplayDeliveriesBody): Promise<Answer<ReplayedReply>> {
    return this.#ask(`sources/${sourceId}/replay`, { method: 'POST', json: body });
  }

  /** Where the fields of a source's records are taken from, and what rules can fill. */
  fieldRules(sourceId: number): Promise<Answer<FieldRulesReply>> {
    return this.#ask(`sources/${sourceId}/fields`);
  }

  keepFieldRules(sourceId: number, body: FieldRulesBody): Promise<Answer<FieldRulesReply>> {
    return this.#ask(`sources/${sourceId}/fields`, { method: 'PUT', json: body });
  }

  /** What rules would make of a delivery; nothing is kept of it. */
  previewFields(sourceId: number, body: FieldPreviewBody): Promise<Answer<FieldPreviewReply>> {
    return this.#ask(`sources/${sourceId}/fields/preview`, { method: 'POST', json: body });
  }

  testSource(sourceId: number): Promise<Answer<IntakeReply>> {
    return this.#ask(`sources/${sourceId}/test`, { method: 'POST', json: {} });
  }

  rotateSecret(sourceId: number, body: RotationBody): Promise<Answer<RotationReply>> {
    return this.#ask(`sources/${sourceId}/rotation`, { method: 'POST', json: body });
  }

  endRotation(sourceId: number): Promise<Answer<null>> {
    return this.#ask(`sources/${sourceId}/rotation`, { method: 'DELETE' });
  }

  ignoreParked(body: IgnoreBody): Promise<Answer<{ readonly ignored: number }>> {
    return this.#ask('parked/ignore', { method: 'POST', json: body });
  }

  noticeParked(body: IgnoreBody): Promise<Answer<{ readonly noticed: number }>> {
    return this.#ask('parked/notice', { method: 'POST', json: body });
  }

  screens(): Promise<Answer<ScreensReply>> {
    return this.#ask('screens');
  }

  changeScreen(id: number, body: ScreenChange): Promise<Answer<ScreenView>> {
    return this.#ask(`screens/${id}`, { method: 'PATCH', json: body });
  }

  addScreen(name: string): Promise<Answer<ScreenMade>> {
    return this.#ask('screens', { method: 'POST', json: { name } });
  }

  linkToScreen(id: number): Promise<Answer<LinkMade>> {
    return this.#ask(`screens/${id}/links`, { method: 'POST', json: {} });
  }

  callScreen(id: number, call: DeskCall): Promise<Answer<CallReply>> {
    return this.#ask(`screens/${id}/calls`, { method: 'POST', json: { call } });
  }

  renewScreenKeys(id: number): Promise<Answer<CallReply>> {
    return this.#ask(`screens/${id}/keys`, { method: 'POST', json: {} });
  }

  screenDay(id: number): Promise<Answer<WallDayReply>> {
    return this.#ask(`screens/${id}/day`);
  }

  shutOutScreen(id: number): Promise<Answer<null>> {
    return this.#ask(`screens/${id}/links`, { method: 'DELETE' });
  }

  claimPairing(body: PairingClaim): Promise<Answer<PairingClaimed>> {
    return this.#ask('pairings/claim', { method: 'POST', json: body });
  }

  members(): Promise<Answer<MembersReply>> {
    return this.#ask('members');
  }

  changeMember(id: string, body: PositionBody): Promise<Answer<unknown>> {
    return this.#ask(`members/${encodeURIComponent(id)}`, { method: 'PATCH', json: body });
  }

  removeMember(id: string): Promise<Answer<null>> {
    return this.#ask(`members/${encodeURIComponent(id)}`, { method: 'DELETE' });
  }

  invite(body: InvitationBody): Promise<Answer<InvitationMade>> {
    return this.#ask('invitations', { method: 'POST', json: body });
  }

  withdrawInvitation(id: number): Promise<Answer<null>> {
    return this.#ask(`invitations/${id}`, { method: 'DELETE' });
  }

  account(): Promise<Answer<AccountReply>> {
    return this.#ask('account');
  }

  endSession(id: string): Promise<Answer<null>> {
    return this.#ask(`account/sessions/${encodeURIComponent(id)}`, { method: 'DELETE' });
  }

  renamePasskey(id: string, name: string): Promise<Answer<null>> {
    const path = `account/passkeys/${encodeURIComponent(id)}`;
    return this.#ask(path, { method: 'PATCH', json: { name } });
  }

  removePasskey(id: string): Promise<Answer<null>> {
    return this.#ask(`account/passkeys/${encodeURIComponent(id)}`, { method: 'DELETE' });
  }

  endOtherSessions(): Promise<Answer<null>> {
    return this.#ask('account/sessions', { method: 'DELETE' });
  }

  async #ask<Body>(path: string, sending: Sending = {}): Promise<Answer<Body>> {
    const answer = await sendRequest<Body>(
      `/api/v1/${path}`,
      { ...sending, ...(this.#key === null ? {} : { key: this.#key }) },
      this.#fetching,
    );
    if (answer.kind === 'done' && (sending.method ?? 'GET') !== 'GET') this.onChanged();
    if (answer.kind === 'refused' && answer.problem.code === 'unsigned') this.onKeyRefused();
    return answer;
  }
}

function query(page: object): string {
  const asked = Object.entries(page).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return asked.length === 0 ? '' : `?${new URLSearchParams(asked).toString()}`;
}
