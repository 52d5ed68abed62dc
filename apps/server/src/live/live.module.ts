import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { BoardsController } from '../boards/boards.controller.js';
import { MetricsController } from '../metrics/metrics.controller.js';
import { OwnKeyController } from '../screens/own-key.controller.js';
import { PersonScorecardController } from '../scorecards/person-scorecard.controller.js';
import { ScreenCallsController } from '../screens/screen-calls.controller.js';
import { ScreenDayController } from '../screens/screen-day.controller.js';
import { ScreensController } from '../screens/screens.controller.js';
import { StatusController } from '../status/status.controller.js';
import { UseCasesModule } from '../use-cases.module.js';
import { DataAge } from './data-age.js';
import { Heart } from './heart.js';
import { LiveBoards } from './live-boards.js';
import { LiveGateway } from './live.gateway.js';
import { PaintedLatency } from './painted-latency.js';
import { ScreenPresence } from './screen-presence.js';
import { SocketMeter } from './socket-meter.js';
import { TopicSnapshots } from './topic-snapshots.js';

/** Boards and screens: read over HTTP, followed over sockets. */
@Module({
  imports: [AccountsModule, UseCasesModule],
  controllers: [
    BoardsController,
    MetricsController,
    OwnKeyController,
    PersonScorecardController,
    ScreenCallsController,
    ScreenDayController,
    ScreensController,
    StatusController,
  ],
  providers: [
    DataAge,
    Heart,
    LiveBoards,
    LiveGateway,
    PaintedLatency,
    ScreenPresence,
    SocketMeter,
    TopicSnapshots,
  ],
})
export class LiveModule {}
