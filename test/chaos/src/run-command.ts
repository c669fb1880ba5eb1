import { AppError, toAppError } from '@refrain/domain';

export type Print = (line: string) => void;

/** Runs a command that prints its progress on stderr. An error is printed there too, and sets exit code 1. */
export function runCommand(work: (print: Print, secondsSoFar: () => number) => Promise<void>): void {
  const startedAt = Date.now();
  const secondsSoFar = () => Math.round((Date.now() - startedAt) / 1_000);
  const print = (line: string) => void process.stderr.write(`${String(secondsSoFar()).padStart(5)} s  ${line}\n`);
  work(print, secondsSoFar)
    .catch((thrown: unknown) => {
      const error = toAppError(thrown);
      process.stderr.write(`${error.message}\n`);
      if (error.code === 'internal' && thrown instanceof Error) process.stderr.write(`${thrown.stack}\n`);
      process.exitCode = 1;
    })
    .finally(() => process.exit());
}

export function createStopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const event of ['SIGINT', 'SIGTERM'] as const) process.once(event, () => stop.abort());
  return stop.signal;
}

/** Parses a command-line option. @throws {AppError} `invalid_input` for anything but a positive whole number */
export function parseCountOption(value: string | undefined, otherwise: number): number {
  if (value === undefined) return otherwise;
  const number = Number(value);
  if (Number.isInteger(number) && number > 0) return number;
  throw new AppError('invalid_input', `"${value}" is not a positive whole number. See --help.`);
}
