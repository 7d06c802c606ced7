import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { FlowId, Unit } from '@phancong/contracts';
import { knowsFlow } from '@phancong/workflows';

import { actAsSystem } from '../../platform/database/acting-units.js';
import { isDatabaseAway } from '../../platform/errors/database-away.js';
import { UnitsRepository } from '../units/units.repository.js';
import { OwnFlowsRepository, type ScopeRow } from './own-flows.repository.js';

/** The version that work is born with which this unit is asked for; undefined: the shipped one. */
export type ChooseVersion = (flow: FlowId, toUnitId: string) => number | undefined;

const REFRESH_MS = 15_000;

/**
 * The offices' own flows as this process knows them. A released version never changes, so it is learnt once. What is right does
 * not hang on a message between processes: whoever meets a version that he does not know asks the database, and so does
 * whoever starts new work.
 */
@Injectable()
export class FlowRegistry implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger('Flows');
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly flows: OwnFlowsRepository,
    private readonly units: UnitsRepository,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.learn();
    // For the words of lists alone, in processes that neither start nor move such work.
    this.timer = setInterval(() => {
      actAsSystem(() => this.learn()).catch((error: unknown) => {
        if (!isDatabaseAway(error)) this.logger.error({ err: error });
      });
    }, REFRESH_MS);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Makes sure that `flowOf` finds the version of each row; costs nothing while they are known. */
  async ensure(rows: readonly { flow: FlowId; machine_version: number }[]): Promise<void> {
    if (rows.some((row) => !knowsFlow(row.flow, row.machine_version))) await this.learn();
  }

  /** The rule by which new work gets its version, as it stands in the database now. */
  async chooser(): Promise<ChooseVersion> {
    const scopes = await this.flows.inForce();
    if (scopes.length === 0) return () => undefined;
    await this.ensure(scopes);
    return chooseBy(scopes, await this.units.all());
  }

  async learn(): Promise<void> {
    // Nothing is born with what is not what was approved, and work that runs on it is set aside.
    for (const { flow, machine_version: version } of await this.flows.learn())
      this.logger.error(`The own flow ${flow} ${version} is not what was approved.`);
  }
}

/** The unit that is asked decides, then those above it, the nearest first; then the agency as a whole. */
export function chooseBy(
  scopes: readonly ScopeRow[],
  units: ReadonlyMap<string, Pick<Unit, 'parentId'>>,
): ChooseVersion {
  const versions = new Map(scopes.map((scope) => [`${scope.flow} ${scope.unit_id ?? ''}`, scope.machine_version]));
  return (flow, toUnitId) => {
    const seen = new Set<string>();
    for (let unitId: string | null = toUnitId; unitId !== null && !seen.has(unitId);) {
      const version = versions.get(`${flow} ${unitId}`);
      if (version !== undefined && knowsFlow(flow, version)) return version;
      seen.add(unitId);
      unitId = units.get(unitId)?.parentId ?? null;
    }
    const whole = versions.get(`${flow} `);
    return whole !== undefined && knowsFlow(flow, whole) ? whole : undefined;
  };
}
