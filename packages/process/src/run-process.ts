import { constants, setPriority } from 'node:os';
import { AppError, toAppError } from '@refrain/domain';
import type { Logger } from 'pino';
import { guardProcess } from './guard-process.ts';
import { createLogger, logUncaught } from './logger.ts';
import { createMetrics, type Metrics } from './metrics/create-metrics.ts';
import type { PlatformConfig } from './platform-config.ts';
import { serveOperations } from './serve-operations.ts';
import { startTracing } from './tracing/start-tracing.ts';

export interface ProcessContext {
  readonly log: Logger;
  readonly metrics: Metrics;
  /** Registers what has to be closed at the end; what was opened last is closed first. */
  readonly onClose: (close: () => Promise<unknown>) => void;
  /** Registers what has to answer for the process to be ready; it throws where it does not. */
  readonly readyWhen: (check: () => Promise<unknown>) => void;
  /**
   * Does work before the process is ready that may take minutes. The parent process has no time limit meanwhile.
   * @param what it does, such as `migrating the database`
   */
  readonly whileBusy: <T>(what: string, work: () => Promise<T>) => Promise<T>;
}

/** What every configuration says of a process, also of one that does one thing and ends. */
export type TaskConfig = Pick<PlatformConfig, 'logLevel' | 'warnings'>;
/** What every configuration says of its process. */
export type RunConfig = TaskConfig & Pick<PlatformConfig, 'operations' | 'sendsTraces'>;

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
  const checks: (() => Promise<unknown>)[] = [];
  let isStarted = false;
  let stopping: Promise<void> | null = null;

  async function checkReady(): Promise<void> {
    if (!isStarted) throw new AppError('unavailable', `The ${name} is starting.`);
    if (stopping !== null) throw new AppError('unavailable', `The ${name} is ending.`);
    await Promise.all(checks.map((check) => check()));
  }
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

  async function whileBusy<T>(what: string, work: () => Promise<T>): Promise<T> {
    process.send?.({ busy: what });
    try {
      return await work();
    } finally {
      process.send?.({ busy: null });
    }
  }

  guardProcess();
  try {
    const config = loadConfig();
    if (isBackground) setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
    const log = createLogger(name, config.logLevel);
    for (const warning of config.warnings) log.warn(warning);
    // Node itself would print causes too, and what they hold of requests.
    process.on('uncaughtException', (thrown) => {
      logUncaught(name, thrown);
      process.exit(1);
    });
    for (const event of ['SIGTERM', 'SIGINT', 'disconnect']) process.on(event, stop);
    // The supervisor asks whether the event loop still turns.
    process.on('message', (message) => message === 'ping' && process.send?.('pong'));
    closers.push(startTracing(name, config.sendsTraces));
    const metrics = createMetrics(name);
    // Before anything that may take its time: that a process starts is no reason to end it.
    const operations = await serveOperations(config.operations, { metrics, checkReady }, (line) => log.warn(line));
    closers.push(operations.close);
    const announcement = await start(config, {
      log,
      metrics,
      onClose: (close) => closers.push(close),
      readyWhen: (check) => checks.push(check),
      whileBusy,
    });
    isStarted = true;
    process.send?.({ ready: true, operationsUrl: operations.url, ...announcement });
    log.info('ready');
  } catch (thrown) {
    if (stopping === null) fail(thrown);
  }
}
