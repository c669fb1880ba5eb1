import { toAppError } from '@refrain/domain';
import type { Logger } from 'pino';
import { createLogger } from './logger.ts';

export interface TaskOptions<Config extends { readonly logLevel: string }> {
  readonly name: string;
  readonly loadConfig: () => Config;
  /** Does it all. */
  readonly run: (config: Config, log: Logger) => Promise<void>;
}

/** The life of a process that does one thing: ends with 0 when that is done, and with 1 and one line when it cannot be. */
export async function runTask<Config extends { readonly logLevel: string }>(task: TaskOptions<Config>): Promise<void> {
  try {
    const config = task.loadConfig();
    await task.run(config, createLogger(task.name, config.logLevel));
  } catch (thrown) {
    process.stderr.write(`${task.name}: ${toAppError(thrown).message}\n`);
    process.exitCode = 1;
  }
}
