import { Module } from '@nestjs/common';

import { UnitsModule } from '../units/units.module.js';
import { LiveController } from './live.controller.js';
import { LiveHub } from './live-hub.js';

@Module({ imports: [UnitsModule], controllers: [LiveController], providers: [LiveHub] })
export class LiveModule {}
