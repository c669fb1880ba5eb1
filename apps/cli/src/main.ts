import { text } from 'node:stream/consumers';
import { toAppError } from '@refrain/domain';
import { CommanderError } from 'commander';
import { createProgram } from './create-program.ts';
import { exitCodes, findExitCode, formatError, toPrintable } from './terminal.ts';

/** A reader such as `head` may close the output early, which is not an error. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? exitCodes.ok : 1));

const program = createProgram({
  env: process.env,
  cwd: process.cwd(),
  terminal: {
    out: (line) => process.stdout.write(toPrintable(line)),
    note: (line) => process.stderr.write(toPrintable(line)),
    interactive: process.stderr.isTTY === true,
  },
  readStandardInput: () => text(process.stdin),
  setExitCode: (code) => {
    process.exitCode = code;
  },
});

try {
  await program.parseAsync(process.argv);
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? exitCodes.ok : exitCodes.invalid;
  else {
    const failure = toAppError(error);
    process.stderr.write(formatError(failure.message));
    process.exitCode = findExitCode(failure);
  }
}
