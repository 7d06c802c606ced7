/** Settings for a small machine (2 cores, a few GB). Durability stays as PostgreSQL has it. */
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  wal_compression: 'on',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
} as const;

/** For tests alone: a crash of the machine may lose the data, which nobody would miss. */
const throwawaySettings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } as const;

/** The options of the server as one command line for `pg_ctl -o`. */
export function serverOptions(port: number, throwaway: boolean): string {
  const all = { port: String(port), ...settings, ...(throwaway ? throwawaySettings : {}) };
  return Object.entries(all)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');
}
