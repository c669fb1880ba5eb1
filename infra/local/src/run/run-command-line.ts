import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { AppError, toAppError } from '@refrain/domain';
import { findDataRoot, findToolsFolder } from '../data-folder-paths.ts';
import { runDemo } from '../demo/run-demo.ts';
import { type ToolName, toolRecipes } from '../tools/catalogue.ts';
import { ensureTool } from '../tools/ensure-tool.ts';
import { commandHelp, overviewHelp } from './help.ts';
import { openNonBlockingOutput } from './non-blocking-output.ts';
import type { RunEnvironment } from './run-environment.ts';
import { runStart } from './run-start.ts';
import { listenForShutdown } from './shutdown.ts';

/** Maximum time that the process waits at its end for a paused terminal or pipe to read its output. */
const outputTimeoutMs = 1_000;

/** Runs one sub-command and returns the exit code, after all started processes have ended. */
export async function runCommandLine(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  const output = openNonBlockingOutput(process.stdout.fd);
  const print = output.writeLine;
  const complain = (line: string) => void process.stderr.write(`${line}\n`);
  const shutdown = listenForShutdown((problem) => complain(toAppError(problem).message));
  const dataRoot = findDataRoot(env);
  const context: RunEnvironment = { env, toolsDir: findToolsFolder(dataRoot), print, shutdown };
  try {
    await runSubCommand(args, dataRoot, context);
    return 0;
  } catch (thrown) {
    const code = shutdown.exitCode();
    if (code !== null) return code;
    complain(describe(thrown));
    return thrown instanceof AppError && thrown.code === 'invalid_input' ? 2 : 1;
  } finally {
    if (shutdown.signal.aborted) print('\nStopping …');
    await shutdown.stopAll();
    if (shutdown.signal.aborted) print('Stopped.');
    await output.finish(outputTimeoutMs);
  }
}

function describe(thrown: unknown): string {
  const isDiskFull = !(thrown instanceof AppError) && (thrown as NodeJS.ErrnoException).code === 'ENOSPC';
  return isDiskFull ? 'The disk is full (ENOSPC): free space on it, then start again.' : toAppError(thrown).message;
}

async function runSubCommand(args: readonly string[], dataRoot: string, context: RunEnvironment): Promise<void> {
  const { command, names, help, reset, folder } = readArguments(args, context.env);
  if (command === 'help') return context.print(overviewHelp);
  if (help) return context.print(commandHelp[command]);
  if (command === 'start' || command === 'demo') refuseUnverifiedTls(context.env);
  if (command === 'start') return runStart(dataRoot, context);
  if (command === 'backup' || command === 'restore' || command === 'new-key') {
    // The database driver is loaded only for the commands that use it.
    const { runBackup, runKeyRotation, runRestore } = await import('./run-backup.ts');
    if (command === 'new-key') return runKeyRotation(dataRoot, context);
    return command === 'backup' ? runBackup(dataRoot, folder, context) : runRestore(dataRoot, folder, context);
  }
  if (command === 'demo') return runDemo(dataRoot, { reset }, context);
  for (const name of names) {
    const tool = await ensureTool(name, { ...context, signal: context.shutdown.signal });
    context.print(`${toolRecipes[name].title}: ${tool.path}`);
  }
}

/** Refuses NODE_TLS_REJECT_UNAUTHORIZED=0, which is not passed on to the processes. @throws {AppError} `misconfigured` */
function refuseUnverifiedTls(env: RunEnvironment['env']): void {
  if (env.NODE_TLS_REJECT_UNAUTHORIZED !== '0') return;
  throw new AppError(
    'misconfigured',
    'NODE_TLS_REJECT_UNAUTHORIZED=0 lets anybody pose as a provider. Remove it, and set NODE_EXTRA_CA_CERTS to the file of your certificate authority.',
  );
}

function readArguments(args: readonly string[], env: RunEnvironment['env']) {
  const wrong = (problem: string) => new AppError('invalid_input', `${problem}. See --help.`);
  const { values, positionals } = (() => {
    try {
      const options = { help: { type: 'boolean', short: 'h' }, reset: { type: 'boolean' } } as const;
      return parseArgs({ args: [...args], options, allowPositionals: true });
    } catch (thrown) {
      throw wrong(toAppError(thrown).message.split('.')[0] ?? 'Unknown option');
    }
  })();
  const [command, ...rest] = positionals;
  const help = values.help ?? false;
  if (command === undefined || command === 'help')
    return { command: 'help', names: [], help, reset: false, folder: '' } as const;
  if (!isCommand(command)) throw wrong(`There is no command "${command}"`);
  if (values.reset && command !== 'demo') throw wrong('--reset belongs to the demo');
  if (command === 'backup' || command === 'restore') {
    if (!help && rest.length !== 1) throw wrong(`Specify one folder to ${command}`);
    // npm changes into the project's folder before it runs this script.
    const folder = resolve(env.INIT_CWD || process.cwd(), rest[0] ?? '');
    return { command, names: [], help, reset: false, folder } as const;
  }
  if (command !== 'tools' && rest.length > 0) throw wrong(`"${command}" takes no "${rest[0]}"`);
  const names = rest.map((name) => {
    if (!Object.hasOwn(toolRecipes, name))
      throw wrong(`There is no tool "${name}"; there are ${Object.keys(toolRecipes).join(', ')}`);
    return name as ToolName;
  });
  if (command === 'tools' && names.length === 0 && !help) throw wrong('Specify the tools');
  return { command, names, help, reset: values.reset ?? false, folder: '' } as const;
}

function isCommand(text: string): text is keyof typeof commandHelp {
  return Object.hasOwn(commandHelp, text);
}
