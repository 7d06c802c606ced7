import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { CONFIG, type Config } from '../config/config.js';
import { dataSourceOptions } from './data-source.js';
import { PeoplePool } from './people-pool.js';
import { Sql } from './sql.js';

@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [CONFIG],
      useFactory: (config: Config) => ({
        ...dataSourceOptions(config.databaseUrl, config.poolSize, 'phancong_worker'),
        retryAttempts: 0,
      }),
    }),
  ],
  providers: [PeoplePool, Sql],
  exports: [Sql],
})
export class DatabaseModule {}
