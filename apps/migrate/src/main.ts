import { logNewerMigrations, runOneOffTask } from '@refrain/process';
import { createStore } from '@refrain/store';
import { loadConfig } from './config.ts';

await runOneOffTask({
  name: 'migrate',
  loadConfig: () => loadConfig(process.env),
  async run(config, log) {
    const store = createStore({ ...config, poolSize: 1, applicationName: 'refrain-migrate' });
    try {
      logNewerMigrations(log, await store.migrate());
    } finally {
      await store.close();
    }
    log.info('the database is up to date');
  },
});
