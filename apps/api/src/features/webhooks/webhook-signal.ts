import { EventEmitter } from 'node:events';

import { Injectable } from '@nestjs/common';

/** A bell from whoever wrote messages to the sender in the same process. Only a hint: the sender looks by itself, too. */
@Injectable()
export class WebhookSignal {
  private readonly bell = new EventEmitter();

  ring(): void {
    this.bell.emit('ring');
  }

  onRing(listener: () => void): void {
    this.bell.on('ring', listener);
  }
}
