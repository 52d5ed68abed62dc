import type { OnModuleInit } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import { Meters } from '../figures/meters.js';
import { LiveGateway } from './live.gateway.js';

/** How many sockets are connected to this node. */
@Injectable()
export class SocketMeter implements OnModuleInit {
  constructor(
    @Inject(Meters) private readonly meters: Meters,
    @Inject(LiveGateway) private readonly gateway: LiveGateway,
  ) {}

  onModuleInit(): void {
    this.meters.watch(
      'bellwether_sockets_connected',
      'Walls, desks and phones that are connected to this process',
      () => [{ value: this.gateway.sockets() }],
    );
  }
}
