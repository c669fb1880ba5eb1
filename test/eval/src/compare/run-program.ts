import { AppError } from '@refrain/domain';
import { runCommand } from '@refrain/local';

export interface ProgramResult {
  readonly seconds: number;
  /** Last line of JSON that the program printed. */
  readonly printed: Readonly<Record<string, unknown>>;
}

/** Runs a program and returns the last line of JSON in its output. @throws {AppError} `unavailable` if the program fails */
export async function runProgram(
  command: string,
  args: readonly string[],
  signal: AbortSignal,
): Promise<ProgramResult> {
  const lines: string[] = [];
  const startedAt = performance.now();
  await runCommand(command, args, { env: process.env, signal, onLine: (line) => lines.push(line) });
  const seconds = (performance.now() - startedAt) / 1_000;
  const last = lines.findLast((line) => line.startsWith('{'));
  if (last === undefined) throw new AppError('internal', `${command} ${args[0]} printed no result.`);
  return { seconds, printed: JSON.parse(last) as ProgramResult['printed'] };
}
