import { runCommandLine } from './run/run-command-line.ts';

// A terminal that has closed must not end an orderly stop half-way.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

process.exitCode = await runCommandLine(process.argv.slice(2), process.env);
process.exit();
