import { toAppError } from '@refrain/domain';
import type { Logger } from 'pino';
import { hardenProcess } from './harden-process.ts';
import { createLogger } from './logger.ts';
import type { TaskConfig } from './run-process.ts';

export interface TaskOptions<Config extends TaskConfig> {
  readonly name: string;
  readonly loadConfig: () => Config;
  readonly run: (config: Config, log: Logger) => Promise<void>;
}

/** Runs a one-off task. Exits with 0 when the task is done, and with 1 and one line of error if it fails. */
export async function runTask<Config extends TaskConfig>(task: TaskOptions<Config>): Promise<void> {
  hardenProcess();
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
