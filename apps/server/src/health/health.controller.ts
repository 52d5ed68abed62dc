import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Open } from '../access/needs.js';
import { Readiness } from './readiness.js';

/** For load balancers and supervisors. */
@ApiTags('Health')
@Controller('health')
export class HealthController {
  constructor(@Inject(Readiness) private readonly readiness: Readiness) {}

  @ApiOperation({ summary: 'The process runs' })
  @Open()
  @Get('live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @ApiOperation({ summary: 'The process can do its work; 503 with the reasons when it cannot' })
  @Open()
  @Get('ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    const checks = await this.readiness.check();
    const isReady = Object.values(checks).every((state) => state === 'ok');
    void reply.status(isReady ? 200 : 503);
    return { status: isReady ? 'ok' : 'unready', checks };
  }
}
