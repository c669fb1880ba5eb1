import { AppError, toAppError } from '@refrain/domain';

/** Tells how it goes on. */
export type Print = (line: string) => void;

/** Runs what a command does, with its progress on standard error; a failure is told there, and ends with 1. */
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

/** Fires when someone stops the command before its time. */
export function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const event of ['SIGINT', 'SIGTERM'] as const) process.once(event, () => stop.abort());
  return stop.signal;
}

/** @throws {AppError} `invalid_input` for anything but a positive whole number */
export function readCount(given: string | undefined, otherwise: number): number {
  if (given === undefined) return otherwise;
  const number = Number(given);
  if (Number.isInteger(number) && number > 0) return number;
  throw new AppError('invalid_input', `"${given}" is no positive whole number (see --help)`);
}
