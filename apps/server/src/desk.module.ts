import { Module } from '@nestjs/common';
import { AccountsModule } from './accounts/accounts.module.js';
import { AuditController } from './audit/audit.controller.js';
import { ClientErrorsController } from './client-errors/client-errors.controller.js';
import { CompareController } from './explain/compare.controller.js';
import { ExplainController } from './explain/explain.controller.js';
import { GoalsController } from './goals/goals.controller.js';
import { LibraryController } from './library/library.controller.js';
import { RescoringController } from './library/rescoring.controller.js';
import { OwnMetricTrialsController } from './own-metrics/own-metric-trials.controller.js';
import { OwnMetricsController } from './own-metrics/own-metrics.controller.js';
import { OrganisationController } from './organisation/organisation.controller.js';
import { ExchangeRatesController } from './money/exchange-rates.controller.js';
import { PairingsController } from './pairing/pairings.controller.js';
import { ParkedController } from './parking/parked.controller.js';
import { PeopleController } from './people/people.controller.js';
import { PeopleImportController } from './people/people-import.controller.js';
import { PeopleListController } from './people/people-list.controller.js';
import { PhotosController } from './people/photos.controller.js';
import { ProfilesController } from './people/profiles.controller.js';
import { PhoneLinksController } from './people/phone-links.controller.js';
import { HolidaysController } from './scorecards/holidays.controller.js';
import { ProposalsController } from './scorecards/proposals.controller.js';
import { ScorecardsController } from './scorecards/scorecards.controller.js';
import { SessionController } from './session/session.controller.js';
import { SetupController } from './setup/setup.controller.js';
import { DeliveriesController } from './sources/deliveries.controller.js';
import { FieldRulesController } from './sources/field-rules.controller.js';
import { SourceChangeController } from './sources/source-change.controller.js';
import { SourceUpkeepController } from './sources/source-upkeep.controller.js';
import { SourcesController } from './sources/sources.controller.js';
import { UseCasesModule } from './use-cases.module.js';

/** What a manager's desk and a rep's phone ask for. */
@Module({
  imports: [AccountsModule, UseCasesModule],
  controllers: [
    AuditController,
    ClientErrorsController,
    DeliveriesController,
    ExchangeRatesController,
    CompareController,
    ExplainController,
    FieldRulesController,
    GoalsController,
    HolidaysController,
    LibraryController,
    OwnMetricTrialsController,
    OwnMetricsController,
    OrganisationController,
    PairingsController,
    ParkedController,
    PeopleController,
    PeopleImportController,
    PeopleListController,
    PhoneLinksController,
    PhotosController,
    ProfilesController,
    ProposalsController,
    RescoringController,
    ScorecardsController,
    SessionController,
    SetupController,
    SourceChangeController,
    SourceUpkeepController,
    SourcesController,
  ],
})
export class DeskModule {}
