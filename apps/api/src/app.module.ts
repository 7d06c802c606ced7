import { Module, type DynamicModule } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';

import { AdministrationModule } from './features/administration/administration.module.js';
import { ActivationModule } from './features/activation/activation.module.js';
import { AmendmentsModule } from './features/amendments/amendments.module.js';
import { AuditModule } from './features/audit/audit.module.js';
import { BudgetsModule } from './features/budgets/budgets.module.js';
import { DeadLettersModule } from './features/dead-letters/dead-letters.module.js';
import { DelegationsModule } from './features/delegations/delegations.module.js';
import { DemonstrationModule } from './features/demonstration/demonstration.module.js';
import { EvidenceModule } from './features/evidence/evidence.module.js';
import { HealthModule } from './features/health/health.module.js';
import { IdentityModule } from './features/identity/identity.module.js';
import { LiveModule } from './features/live/live.module.js';
import { NoticesModule } from './features/notices/notices.module.js';
import { OwnFlowsModule } from './features/own-flows/own-flows.module.js';
import { PlansModule } from './features/plans/plans.module.js';
import { WebhooksModule } from './features/webhooks/webhooks.module.js';
import { WorkModule } from './features/work/work.module.js';
import { WorkerModule } from './features/worker/worker.module.js';
import { PagesModule } from './features/pages/pages.module.js';
import { PeopleModule } from './features/people/people.module.js';
import { QuarantineModule } from './features/quarantine/quarantine.module.js';
import { ReassignmentsModule } from './features/reassignments/reassignments.module.js';
import { ReorganisationsModule } from './features/reorganisations/reorganisations.module.js';
import { UnitsModule } from './features/units/units.module.js';
import { ConfigModule } from './platform/config/config.module.js';
import type { Config } from './platform/config/config.js';
import { DatabaseModule } from './platform/database/database.module.js';
import { describeAnswer, describeRequest } from './platform/http/describe-request.js';

/** The whole application for one configuration: wiring only. */
@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(config),
        LoggerModule.forRoot({
          pinoHttp: {
            level: config.log === 'silent' ? 'silent' : config.log === 'json' ? 'info' : 'warn',
            autoLogging: config.log === 'json',
            quietReqLogger: true,
            serializers: { req: describeRequest, res: describeAnswer },
            wrapSerializers: false,
          },
        }),
        DatabaseModule,
        AuditModule,
        PeopleModule,
        PagesModule,
        WebhooksModule,
        WorkerModule,
        WorkModule,
        NoticesModule,
        OwnFlowsModule,
        LiveModule,
        HealthModule,
        IdentityModule,
        EvidenceModule,
        UnitsModule,
        ReassignmentsModule,
        ReorganisationsModule,
        PlansModule,
        QuarantineModule,
        ActivationModule,
        AdministrationModule,
        AmendmentsModule,
        BudgetsModule,
        DeadLettersModule,
        DelegationsModule,
        DemonstrationModule,
      ],
    };
  }
}
