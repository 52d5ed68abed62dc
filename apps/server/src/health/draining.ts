import { Injectable } from '@nestjs/common';

/** Whether this process is about to stop: it finishes what it has and asks for no more. */
@Injectable()
export class Draining {
  isOn = false;

  begin(): void {
    this.isOn = true;
  }
}
