import { text } from 'node:stream/consumers';
import { toAppError } from '@refrain/domain';
import { CommanderError } from 'commander';
import { createProgram } from './create-program.ts';
import { exitCodeOf, exitCodes } from './terminal.ts';

const program = createProgram({
  env: process.env,
  cwd: process.cwd(),
  terminal: {
    out: (line) => process.stdout.write(line),
    note: (line) => process.stderr.write(line),
    interactive: process.stderr.isTTY === true,
  },
  readStandardInput: () => text(process.stdin),
});

try {
  await program.parseAsync(process.argv);
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? exitCodes.ok : exitCodes.invalid;
  else {
    const failure = toAppError(error);
    process.stderr.write(`refrain: ${failure.message}\n`);
    process.exitCode = exitCodeOf(failure);
  }
}
