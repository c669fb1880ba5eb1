import { toAppError } from '@refrain/domain';
import type { Logger } from 'pino';
import { guardProcess } from './guard-process.ts';
import { createLogger } from './logger.ts';
import type { TaskConfig } from './run-process.ts';

export interface TaskOptions<Config extends TaskConfig> {
  readonly name: string;
  readonly loadConfig: () => Config;
  /** Does it all. */
  readonly run: (config: Config, log: Logger) => Promise<void>;
}

/** The life of a process that does one thing: ends with 0 when that is done, and with 1 and one line when it cannot be. */
export async function runTask<Config extends TaskConfig>(task: TaskOptions<Config>): Promise<void> {
  guardProcess();
  try {
    const config = task.loadConfig();
    const log = createLogger(task.name, config.logLevel);
    for (const warning of config.warnings) log.warn(warning);
    await task.run(config, log);
  } catch (thrown) {
    process.stderr.write(`${task.name}: ${toAppError(thrown).message}\n`);
    process.exitCode = 1;
  }
}
