import { constants, setPriority } from 'node:os';
import { toAppError } from '@refrain/domain';
import type { Logger } from 'pino';
import { createLogger } from './logger.ts';

export interface ProcessContext {
  readonly log: Logger;
  /** Registers what has to be closed at the end; what was opened last is closed first. */
  readonly onClose: (close: () => Promise<unknown>) => void;
}

/** What every configuration says of its process. */
export interface RunConfig {
  readonly logLevel: string;
  readonly warnings: readonly string[];
}

export interface ProcessOptions<Config extends RunConfig> {
  readonly name: string;
  /**
   * Whether it leaves the processor to others that want it. On one machine what people and providers wait for goes before the
   * work that follows.
   */
  readonly isBackground?: boolean;
  readonly loadConfig: () => Config;
  /** Builds and starts everything. What it gives back is told to the parent process, with `ready`. */
  readonly start: (config: Config, context: ProcessContext) => Promise<object>;
}

/**
 * The life of one of our processes: it starts, says so to its parent, and closes in order on SIGTERM, SIGINT or when the
 * parent is gone. Ends with 0 after a stop, and with 1 and one line when it cannot start or cannot close.
 */
export async function runProcess<Config extends RunConfig>({
  name,
  isBackground = false,
  loadConfig,
  start,
}: ProcessOptions<Config>): Promise<void> {
  const closers: (() => Promise<unknown>)[] = [];
  let stopping: Promise<void> | null = null;

  async function closeAll(): Promise<void> {
    for (const close of closers.toReversed()) await close();
  }
  function fail(thrown: unknown): void {
    process.stderr.write(`${name}: ${toAppError(thrown).message}\n`);
    process.exit(1);
  }
  function stop(): void {
    stopping ??= closeAll().then(() => process.exit(0), fail);
  }

  try {
    const config = loadConfig();
    if (isBackground) setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
    const log = createLogger(name, config.logLevel);
    for (const warning of config.warnings) log.warn(warning);
    for (const event of ['SIGTERM', 'SIGINT', 'disconnect']) process.on(event, stop);
    const announcement = await start(config, { log, onClose: (close) => closers.push(close) });
    process.send?.({ ready: true, ...announcement });
    log.info('ready');
  } catch (thrown) {
    if (stopping === null) fail(thrown);
  }
}
