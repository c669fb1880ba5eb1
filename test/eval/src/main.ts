import { toAppError } from '@refrain/domain';
import { CommanderError } from 'commander';
import { createPathResolver } from './command-line/context.ts';
import { createProgram } from './create-program.ts';
import { exitCodeOf } from './exit-code.ts';

// Ignore a closed pipe: a program that reads the output, such as `head`, may end early.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

const writeError = (text: string) => void process.stderr.write(toPrintable(text));
const context = {
  print: (text: string) => void process.stdout.write(toPrintable(text)),
  note: (line: string) => writeError(`${line}\n`),
  resolveFile: createPathResolver(process.env, process.cwd()),
};

try {
  await createProgram(context, writeError).parseAsync(process.argv);
} catch (error) {
  if (!(error instanceof CommanderError)) writeError(`error: ${toAppError(error).message}\n`);
  process.exitCode = exitCodeOf(error, process.argv[2]);
}

/** Removes control and format characters, because ingested text could manipulate the terminal with them. */
function toPrintable(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]|\p{Cf}/gu, '');
}
