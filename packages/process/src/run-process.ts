import { constants, setPriority } from 'node:os';
import { AppError, toAppError } from '@refrain/domain';
import type { Logger } from 'pino';
import { createLogger, logUncaughtError } from './logger.ts';
import { createMetrics, type Metrics } from './metrics/create-metrics.ts';
import type { PlatformConfig } from './platform-config.ts';
import { serveMetricsAndHealth } from './serve-metrics-and-health.ts';
import { startTracing } from './tracing/start-tracing.ts';

export interface ProcessLifecycle {
  readonly log: Logger;
  readonly metrics: Metrics;
  /** Registers a function that runs at the end of the process. The functions run in reverse order. */
  readonly onClose: (close: () => Promise<unknown>) => void;
  /** Registers a readiness check, which throws if the process is not ready. */
  readonly readyWhen: (check: () => Promise<unknown>) => void;
  /**
   * Runs slow work, such as a migration, before the process is ready. The parent process sets no time limit for this
   * work.
   * @param what a description for the parent process, such as `migrating the database`
   */
  readonly whileBusy: <T>(what: string, work: () => Promise<T>) => Promise<T>;
}

type TaskConfig = Pick<PlatformConfig, 'logLevel' | 'warnings'>;
type ProcessConfig = TaskConfig & Pick<PlatformConfig, 'operations' | 'sendsTraces'>;

export interface ProcessOptions<Config extends ProcessConfig> {
  readonly name: string;
  /** Lowers the priority of this process, so that processes that receive webhooks or serve users take precedence. */
  readonly isBackground?: boolean;
  readonly loadConfig: () => Config;
  /**
   * Starts the servers and workers of the process. The returned object is part of the `ready` message to the parent
   * process.
   */
  readonly start: (config: Config, context: ProcessLifecycle) => Promise<object>;
}

/**
 * Runs a long-running process: starts it, reports this to the parent, and closes it in order on SIGTERM, SIGINT or when
 * the parent is gone. Exits with 0 after a stop, and with 1 and one line of error if it cannot start or close.
 */
export async function runProcess<Config extends ProcessConfig>({
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
    if (stopping !== null) throw new AppError('unavailable', `The ${name} is stopping.`);
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

  hardenProcess();
  try {
    const config = loadConfig();
    if (isBackground) setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
    const log = createLogger(name, config.logLevel);
    for (const warning of config.warnings) log.warn(warning);
    // Without this listener, Node would also print the error's causes, which may contain requests.
    process.on('uncaughtException', (thrown) => {
      logUncaughtError(name, thrown);
      process.exit(1);
    });
    for (const event of ['SIGTERM', 'SIGINT', 'disconnect']) process.on(event, stop);
    // The supervisor tests whether the event loop responds.
    process.on('message', (message) => message === 'ping' && process.send?.('pong'));
    closers.push(startTracing(name, config.sendsTraces));
    const metrics = createMetrics(name);
    // The port opens before slow work, because an orchestrator must not kill a process that only starts slowly.
    const operations = await serveMetricsAndHealth(config.operations, { metrics, checkReady }, (line) =>
      log.warn(line),
    );
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

/** Keeps the process running if its log cannot be written, and keeps the debugger closed. */
function hardenProcess(): void {
  // On SIGUSR1, Node would open its debugger on port 9229, where any user of the machine could control the process.
  process.on('SIGUSR1', () => {});
  // Without listeners, the process would end if a warning cannot be written, for example because the disk is full.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
}

export interface OneOffTaskOptions<Config extends TaskConfig> {
  readonly name: string;
  readonly loadConfig: () => Config;
  readonly run: (config: Config, log: Logger) => Promise<void>;
}

/** Runs a one-off task. Exits with 0 when the task is done, and with 1 and one line of error if it fails. */
export async function runOneOffTask<Config extends TaskConfig>(task: OneOffTaskOptions<Config>): Promise<void> {
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
