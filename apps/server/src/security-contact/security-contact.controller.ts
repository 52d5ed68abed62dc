import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Clock } from '@bellwether/application';
import { Open } from '../access/needs.js';
import type { Config } from '../config/load-config.js';
import { PublicError } from '../http/public-error.js';
import { CLOCK, CONFIG } from '../tokens.js';
import { securityTxt } from './security-txt.js';

/** For whoever finds a weakness in this installation. */
@ApiExcludeController()
@Controller('.well-known')
export class SecurityContactController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Open()
  @Header('content-type', 'text/plain; charset=utf-8')
  @Get('security.txt')
  read(): string {
    const { securityContact: contact, publicUrl } = this.config;
    if (contact === undefined) {
      throw new PublicError('not-found', 'Set BELLWETHER_SECURITY_CONTACT to name somebody here');
    }
    return securityTxt({ contact, publicUrl }, new Date(this.clock.now()));
  }
}
