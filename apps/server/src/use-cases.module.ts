import { setTimeout as pause } from 'node:timers/promises';
import type { Clock, Connectors, Secrets } from '@bellwether/application';
import {
  AcceptDelivery,
  AddPerson,
  AskForNewKeys,
  BreakDown,
  CelebrateWins,
  ChangeOrganisation,
  CheckOwnMetric,
  ChangeExchangeRates,
  CountAnew,
  DayStartRanks,
  DropKpi,
  DropOwnMetric,
  EmptyOldBodies,
  ExplainChanges,
  ExplainPlace,
  ExplainScore,
  FindWork,
  FoundOrganisation,
  HandOutKeys,
  ImportPeople,
  JudgeSources,
  KeepBoards,
  KeepOwnMetric,
  KeepProfiles,
  LetPeopleGo,
  MapFields,
  MoveToTeam,
  PairScreens,
  PreviewFields,
  PreviewOrganisation,
  ProveBoards,
  ProvisionPeople,
  ReadDeliveries,
  ReceiveDelivery,
  ReleaseHeld,
  RenewScreenKey,
  ReplayDeliveries,
  ReplayParked,
  RescoreOrganisation,
  RotateSecret,
  RunImport,
  ScoreOrganisation,
  SeeBoard,
  SendTest,
  SetPrivacy,
  ShutOutScreen,
  TryImport,
  TryOwnMetric,
  UseKpi,
  ViewBoard,
  WorkOffOrganisation,
} from '@bellwether/application';
import { openImport } from '@bellwether/connectors';
import { RedisBoardStore } from '@bellwether/leaderboard';
import {
  PostgresBodies,
  PostgresCelebrations,
  PostgresDefinitions,
  PostgresDeliveryLog,
  PostgresDirectories,
  PostgresExchangeRates,
  PostgresExplanations,
  PostgresFacets,
  PostgresImports,
  PostgresInbox,
  PostgresLedger,
  PostgresMetricPrivacies,
  PostgresOwnMetrics,
  PostgresPastRecords,
  PostgresOrganisations,
  PostgresPairings,
  PostgresParked,
  PostgresPastTotals,
  PostgresPeople,
  PostgresOrganisationSettings,
  PostgresProfiles,
  PostgresRescorings,
  PostgresScreenKeyRenewals,
  PostgresScreens,
  PostgresSourceActivity,
  PostgresSourceNotes,
  PostgresSources,
  PostgresTotals,
} from '@bellwether/persistence';
import { ScoringQueue } from '@bellwether/queue';
import type { Provider } from '@nestjs/common';
import { Module } from '@nestjs/common';
import type { Config } from './config/load-config.js';
import type { Log } from './engines/log.js';
import type { FailPoints } from './fail-points/fail-points.js';
import { Figures } from './figures/figures.js';
import { Meters } from './figures/meters.js';
import type { NoteScoring } from './figures/scoring-figures.js';
import { scoredFact } from './figures/scoring-figures.js';
import { oncePerOutage } from './logging/once-per-outage.js';
import { goalUseCases } from './goals/goal-use-cases.js';
import { scorecardUseCases } from './scorecards/scorecard-use-cases.js';
import { RedisSignals } from './stores/redis-signals.js';
import {
  CLOCK,
  CONFIG,
  CONNECTORS,
  FAIL_POINTS,
  LOG,
  NOTE_SCORING,
  NOTE_SCORING_ELSEWHERE,
  SECRETS,
  STEADY_CLOCK,
} from './tokens.js';

const useCases: Provider[] = [
  ...goalUseCases,
  ...scorecardUseCases,
  Figures,
  Meters,
  {
    provide: NOTE_SCORING,
    inject: [Figures, { token: NOTE_SCORING_ELSEWHERE, optional: true }],
    useFactory: (figures: Figures, elsewhere?: NoteScoring) => elsewhere ?? figures.note,
  },
  {
    provide: AcceptDelivery,
    inject: [CONNECTORS, PostgresInbox, ScoringQueue, LOG],
    useFactory: (connectors: Connectors, inbox: PostgresInbox, queue: ScoringQueue, log: Log) =>
      new AcceptDelivery(
        connectors,
        inbox,
        queue,
        oncePerOutage(log, 'Scoring could not be asked for; the sweep will'),
      ),
  },
  {
    provide: ReceiveDelivery,
    inject: [AcceptDelivery, CONNECTORS, PostgresSourceNotes],
    useFactory: (...parts: ConstructorParameters<typeof ReceiveDelivery>) =>
      new ReceiveDelivery(...parts),
  },
  {
    provide: ReleaseHeld,
    inject: [PostgresInbox, ScoringQueue],
    useFactory: (inbox: PostgresInbox, queue: ScoringQueue) => new ReleaseHeld(inbox, queue),
  },
  {
    provide: ReadDeliveries,
    inject: [PostgresSources, PostgresDeliveryLog, CONNECTORS],
    useFactory: (...parts: ConstructorParameters<typeof ReadDeliveries>) =>
      new ReadDeliveries(...parts),
  },
  {
    provide: ReplayDeliveries,
    inject: [PostgresSources, PostgresDeliveryLog, ScoringQueue],
    useFactory: (...parts: ConstructorParameters<typeof ReplayDeliveries>) =>
      new ReplayDeliveries(...parts),
  },
  {
    provide: MapFields,
    inject: [PostgresSources, PostgresSources, CONNECTORS],
    useFactory: (...parts: ConstructorParameters<typeof MapFields>) => new MapFields(...parts),
  },
  {
    provide: PreviewFields,
    inject: [PostgresSources, PostgresDeliveryLog, CONNECTORS],
    useFactory: (...parts: ConstructorParameters<typeof PreviewFields>) =>
      new PreviewFields(...parts),
  },
  {
    provide: SendTest,
    inject: [PostgresSources, CONNECTORS, ReceiveDelivery, CLOCK],
    useFactory: (...parts: ConstructorParameters<typeof SendTest>) => new SendTest(...parts),
  },
  {
    provide: RotateSecret,
    inject: [PostgresSources, PostgresSources, SECRETS, CLOCK],
    useFactory: (...parts: ConstructorParameters<typeof RotateSecret>) =>
      new RotateSecret(...parts),
  },
  {
    provide: JudgeSources,
    inject: [PostgresSourceActivity, CONNECTORS, CLOCK],
    useFactory: (...parts: ConstructorParameters<typeof JudgeSources>) =>
      new JudgeSources(...parts),
  },
  {
    provide: RunImport,
    inject: [
      PostgresImports,
      PostgresSources,
      PostgresDirectories,
      AcceptDelivery,
      PostgresInbox,
      CLOCK,
    ],
    useFactory: (
      imports: PostgresImports,
      sources: PostgresSources,
      directories: PostgresDirectories,
      accept: AcceptDelivery,
      inbox: PostgresInbox,
      clock: Clock,
    ) => new RunImport(openImport, imports, sources, directories, accept, inbox, clock, pause),
  },
  {
    provide: TryImport,
    inject: [CONNECTORS, PostgresInbox, PostgresDirectories, CLOCK],
    useFactory: (
      connectors: Connectors,
      inbox: PostgresInbox,
      directories: PostgresDirectories,
      clock: Clock,
    ) => new TryImport(openImport, connectors, inbox, directories, clock),
  },
  {
    provide: ScoreOrganisation,
    inject: [PostgresLedger, PostgresDirectories, CONNECTORS, CLOCK],
    useFactory: (...parts: ConstructorParameters<typeof ScoreOrganisation>) =>
      new ScoreOrganisation(...parts),
  },
  {
    provide: RescoreOrganisation,
    inject: [PostgresLedger, PostgresDirectories, PostgresRescorings, CLOCK],
    useFactory: (
      ledger: PostgresLedger,
      directories: PostgresDirectories,
      rescorings: PostgresRescorings,
      clock: Clock,
    ) => new RescoreOrganisation(ledger, directories, rescorings, clock),
  },
  {
    provide: UseKpi,
    inject: [PostgresDefinitions, ScoringQueue, RedisSignals],
    useFactory: (...parts: ConstructorParameters<typeof UseKpi>) => new UseKpi(...parts),
  },
  {
    provide: DropKpi,
    inject: [PostgresDefinitions, RedisSignals],
    useFactory: (...parts: ConstructorParameters<typeof DropKpi>) => new DropKpi(...parts),
  },
  {
    provide: KeepOwnMetric,
    inject: [PostgresOwnMetrics, ScoringQueue, RedisSignals],
    useFactory: (...parts: ConstructorParameters<typeof KeepOwnMetric>) =>
      new KeepOwnMetric(...parts),
  },
  {
    provide: DropOwnMetric,
    inject: [PostgresOwnMetrics, RedisSignals],
    useFactory: (...parts: ConstructorParameters<typeof DropOwnMetric>) =>
      new DropOwnMetric(...parts),
  },
  {
    provide: CheckOwnMetric,
    inject: [PostgresOwnMetrics, PostgresDirectories],
    useFactory: (...parts: ConstructorParameters<typeof CheckOwnMetric>) =>
      new CheckOwnMetric(...parts),
  },
  {
    provide: TryOwnMetric,
    inject: [
      PostgresOwnMetrics,
      PostgresDirectories,
      PostgresPastRecords,
      PostgresRescorings,
      CLOCK,
      STEADY_CLOCK,
    ],
    useFactory: (
      ownMetrics: PostgresOwnMetrics,
      directories: PostgresDirectories,
      records: PostgresPastRecords,
      rescorings: PostgresRescorings,
      now: Clock,
      steady: Clock,
    ) => new TryOwnMetric(ownMetrics, directories, records, rescorings, { now, steady }),
  },
  {
    provide: CountAnew,
    inject: [PostgresRescorings, ScoringQueue],
    useFactory: (...parts: ConstructorParameters<typeof CountAnew>) => new CountAnew(...parts),
  },
  {
    provide: KeepBoards,
    inject: [RedisBoardStore, PostgresLedger, PostgresTotals, PostgresDirectories],
    useFactory: (...parts: ConstructorParameters<typeof KeepBoards>) => new KeepBoards(...parts),
  },
  {
    provide: DayStartRanks,
    inject: [PostgresTotals, CLOCK],
    useFactory: (totals: PostgresTotals, clock: Clock) => new DayStartRanks(totals, clock),
  },
  {
    provide: ViewBoard,
    inject: [RedisBoardStore, KeepBoards, PostgresDirectories, DayStartRanks, CLOCK],
    useFactory: (...parts: ConstructorParameters<typeof ViewBoard>) => new ViewBoard(...parts),
  },
  {
    provide: SeeBoard,
    inject: [ViewBoard, PostgresDirectories],
    useFactory: (...parts: ConstructorParameters<typeof SeeBoard>) => new SeeBoard(...parts),
  },
  {
    provide: ChangeOrganisation,
    inject: [PostgresOrganisationSettings, RedisBoardStore, ScoringQueue, RedisSignals],
    useFactory: (...parts: ConstructorParameters<typeof ChangeOrganisation>) =>
      new ChangeOrganisation(...parts),
  },
  {
    provide: PreviewOrganisation,
    inject: [PostgresOrganisationSettings, PostgresScreens, PostgresDirectories, CLOCK],
    useFactory: (...parts: ConstructorParameters<typeof PreviewOrganisation>) =>
      new PreviewOrganisation(...parts),
  },
  {
    provide: SetPrivacy,
    inject: [PostgresMetricPrivacies, RedisSignals],
    useFactory: (...parts: ConstructorParameters<typeof SetPrivacy>) => new SetPrivacy(...parts),
  },
  {
    provide: ProveBoards,
    inject: [
      RedisBoardStore,
      KeepBoards,
      PostgresLedger,
      PostgresTotals,
      PostgresDirectories,
      RedisSignals,
      CLOCK,
    ],
    useFactory: (...parts: ConstructorParameters<typeof ProveBoards>) => new ProveBoards(...parts),
  },
  {
    provide: CelebrateWins,
    inject: [PostgresCelebrations, ViewBoard, PostgresDirectories, RedisSignals],
    useFactory: (...parts: ConstructorParameters<typeof CelebrateWins>) =>
      new CelebrateWins(...parts),
  },
  {
    provide: WorkOffOrganisation,
    inject: [
      ScoreOrganisation,
      RescoreOrganisation,
      KeepBoards,
      CelebrateWins,
      RedisSignals,
      NOTE_SCORING,
      CLOCK,
      STEADY_CLOCK,
      FAIL_POINTS,
    ],
    useFactory: (
      score: ScoreOrganisation,
      rescore: RescoreOrganisation,
      boards: KeepBoards,
      celebrate: CelebrateWins,
      signals: RedisSignals,
      note: NoteScoring,
      clock: Clock,
      steadyClock: Clock,
      points: FailPoints,
    ) =>
      points.around(
        new WorkOffOrganisation(
          score,
          rescore,
          boards,
          celebrate,
          signals,
          (_, scored) => note(scoredFact(scored, clock.now())),
          steadyClock,
          pause,
        ),
        { execute: { before: 'job-taken', after: 'job-done' } },
      ),
  },
  {
    provide: ExplainScore,
    inject: [PostgresExplanations, PostgresDirectories, KeepBoards, RedisBoardStore, CLOCK],
    useFactory: (...parts: ConstructorParameters<typeof ExplainScore>) =>
      new ExplainScore(...parts),
  },
  {
    provide: ExplainPlace,
    inject: [PostgresExplanations, PostgresTotals, PostgresDirectories, SeeBoard],
    useFactory: (...parts: ConstructorParameters<typeof ExplainPlace>) =>
      new ExplainPlace(...parts),
  },
  {
    provide: ExplainChanges,
    inject: [
      PostgresExplanations,
      PostgresPastTotals,
      PostgresDirectories,
      SeeBoard,
      ViewBoard,
      CLOCK,
    ],
    useFactory: (...parts: ConstructorParameters<typeof ExplainChanges>) =>
      new ExplainChanges(...parts),
  },
  {
    provide: BreakDown,
    inject: [PostgresFacets, PostgresDirectories, CLOCK],
    useFactory: (...parts: ConstructorParameters<typeof BreakDown>) => new BreakDown(...parts),
  },
  {
    provide: AddPerson,
    inject: [PostgresPeople, PostgresParked, ScoringQueue, RedisSignals],
    useFactory: (...parts: ConstructorParameters<typeof AddPerson>) => new AddPerson(...parts),
  },
  {
    provide: MoveToTeam,
    inject: [PostgresPeople, RedisBoardStore, RedisSignals],
    useFactory: (...parts: ConstructorParameters<typeof MoveToTeam>) => new MoveToTeam(...parts),
  },
  {
    provide: KeepProfiles,
    inject: [PostgresProfiles, RedisBoardStore, RedisSignals, SECRETS],
    useFactory: (...parts: ConstructorParameters<typeof KeepProfiles>) =>
      new KeepProfiles(...parts),
  },
  {
    provide: ImportPeople,
    inject: [
      PostgresPeople,
      PostgresProfiles,
      PostgresDirectories,
      AddPerson,
      MoveToTeam,
      KeepProfiles,
      CLOCK,
    ],
    useFactory: (
      people: PostgresPeople,
      profiles: PostgresProfiles,
      directories: PostgresDirectories,
      addPerson: AddPerson,
      moveToTeam: MoveToTeam,
      keepProfiles: KeepProfiles,
      clock: Clock,
    ) =>
      new ImportPeople(
        people,
        profiles,
        directories,
        { addPerson, moveToTeam, keepProfiles },
        clock,
      ),
  },
  {
    provide: LetPeopleGo,
    inject: [PostgresProfiles, RedisBoardStore, RedisSignals],
    useFactory: (...parts: ConstructorParameters<typeof LetPeopleGo>) => new LetPeopleGo(...parts),
  },
  {
    provide: ProvisionPeople,
    inject: [
      PostgresPeople,
      PostgresProfiles,
      PostgresDirectories,
      AddPerson,
      MoveToTeam,
      KeepProfiles,
      LetPeopleGo,
      CLOCK,
    ],
    useFactory: (
      people: PostgresPeople,
      profiles: PostgresProfiles,
      directories: PostgresDirectories,
      addPerson: AddPerson,
      moveToTeam: MoveToTeam,
      keepProfiles: KeepProfiles,
      letPeopleGo: LetPeopleGo,
      clock: Clock,
    ) =>
      new ProvisionPeople(
        people,
        profiles,
        directories,
        { addPerson, moveToTeam, keepProfiles, letPeopleGo },
        clock,
      ),
  },
  {
    provide: FindWork,
    inject: [
      PostgresInbox,
      PostgresLedger,
      RedisBoardStore,
      PostgresDirectories,
      PostgresRescorings,
    ],
    useFactory: (...parts: ConstructorParameters<typeof FindWork>) => new FindWork(...parts),
  },
  {
    provide: ChangeExchangeRates,
    inject: [
      PostgresExchangeRates,
      PostgresDirectories,
      PostgresParked,
      ScoringQueue,
      RedisSignals,
      CLOCK,
    ],
    useFactory: (...parts: ConstructorParameters<typeof ChangeExchangeRates>) =>
      new ChangeExchangeRates(...parts),
  },
  {
    provide: ReplayParked,
    inject: [PostgresParked, ScoringQueue],
    useFactory: (parked: PostgresParked, queue: ScoringQueue) => new ReplayParked(parked, queue),
  },
  {
    provide: EmptyOldBodies,
    inject: [PostgresBodies, CLOCK, CONFIG],
    useFactory: (bodies: PostgresBodies, clock: Clock, { keepBodiesDays }: Config) =>
      new EmptyOldBodies(bodies, clock, keepBodiesDays),
  },
  {
    provide: FoundOrganisation,
    inject: [PostgresOrganisations, SECRETS],
    useFactory: (organisations: PostgresOrganisations, secrets: Secrets) =>
      new FoundOrganisation(organisations, secrets),
  },
  {
    provide: HandOutKeys,
    inject: [PostgresOrganisations, SECRETS],
    useFactory: (organisations: PostgresOrganisations, secrets: Secrets) =>
      new HandOutKeys(organisations, secrets),
  },
  {
    provide: PairScreens,
    inject: [PostgresPairings, SECRETS, CLOCK],
    useFactory: (pairings: PostgresPairings, secrets: Secrets, clock: Clock) =>
      new PairScreens(pairings, secrets, clock),
  },
  {
    provide: RenewScreenKey,
    inject: [PostgresScreenKeyRenewals, SECRETS, CLOCK],
    useFactory: (...parts: ConstructorParameters<typeof RenewScreenKey>) =>
      new RenewScreenKey(...parts),
  },
  {
    provide: AskForNewKeys,
    inject: [PostgresScreenKeyRenewals, CLOCK],
    useFactory: (...parts: ConstructorParameters<typeof AskForNewKeys>) =>
      new AskForNewKeys(...parts),
  },
  {
    provide: ShutOutScreen,
    inject: [PostgresScreens, RedisSignals],
    useFactory: (screens: PostgresScreens, signals: RedisSignals) =>
      new ShutOutScreen(screens, signals),
  },
];

/** What can be done with Bellwether, wired by hand. */
@Module({ providers: useCases, exports: useCases })
export class UseCasesModule {}
