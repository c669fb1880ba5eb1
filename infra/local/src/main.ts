import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './data-folder.ts';
import { runCommandLine } from './run/run-command-line.ts';

const envFile = join(projectFolder, '.env');

// A terminal that has closed must not end an orderly stop half-way.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

if (existsSync(envFile)) process.loadEnvFile(envFile);

process.exitCode = await runCommandLine(process.argv.slice(2), process.env);
process.exit();
