import { join } from 'node:path';
import { toAppError } from '@refrain/domain';
import { projectFolder } from './data-folder-paths.ts';
import { loadSettings } from './run/load-settings.ts';
import { runCommandLine } from './run/run-command-line.ts';

// No other user may change the files that this process creates, whatever the umask of the terminal is.
process.umask(process.umask() | 0o022);

// Without this handler SIGUSR1 would open Node's debugger on port 9229, which every user of the machine can reach.
process.on('SIGUSR1', () => {});

const envFile = join(projectFolder, '.env');

// An orderly stop must continue even after the terminal has closed.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

const complain = (line: string) => void process.stderr.write(`${line}\n`);

// The settings in .env belong to the real installation, whose database the demo must not fill.
const isDemo = process.argv[2] === 'demo';
try {
  if (!isDemo) loadSettings(envFile, process.env, complain);
} catch (thrown) {
  complain(toAppError(thrown).message);
  process.exit(1);
}

// npm forwards SIGINT and SIGTERM. If npm ends in any other way, this check stops the process, which would otherwise keep running.
if (process.env.npm_lifecycle_event !== undefined) {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && process.kill(process.pid, 'SIGHUP'), 500).unref();
}

process.exitCode = await runCommandLine(process.argv.slice(2), process.env);
process.exit();
