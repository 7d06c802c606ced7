import { EventEmitter } from 'node:events';

import { Injectable } from '@nestjs/common';

/** A bell from whoever wrote to the outbox to the worker in the same process. Only a hint: the worker polls anyway. */
@Injectable()
export class OutboxSignal {
  private readonly bell = new EventEmitter();

  ring(): void {
    this.bell.emit('ring');
  }

  onRing(listener: () => void): void {
    this.bell.on('ring', listener);
  }
}
