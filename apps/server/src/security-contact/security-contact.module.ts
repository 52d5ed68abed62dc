import { Module } from '@nestjs/common';
import { SecurityContactController } from './security-contact.controller.js';

/** Whom to tell of a weakness. */
@Module({ controllers: [SecurityContactController] })
export class SecurityContactModule {}
