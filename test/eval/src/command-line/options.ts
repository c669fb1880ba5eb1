import { type Command, InvalidArgumentError } from 'commander';

export interface SeedOptions {
  readonly seed: readonly number[];
}

export function parseWholeNumber(text: string): number {
  const number = Number(text);
  if (text.trim() !== '' && Number.isSafeInteger(number)) return number;
  throw new InvalidArgumentError('Give a whole number.');
}

export function parsePositiveWholeNumber(text: string): number {
  const count = parseWholeNumber(text);
  if (count > 0) return count;
  throw new InvalidArgumentError('Give a whole number above 0.');
}

export function addSeedOptions(command: Command, defaults: readonly number[]): Command {
  return command.option(
    '--seed <n>',
    'seed of an organisation; repeatable',
    createListParser(parseWholeNumber, defaults),
    defaults,
  );
}

/** Creates the parser of an option that can be repeated. The first value on the command line replaces the defaults. */
export function createListParser<T>(
  parse: (text: string) => T,
  defaults: readonly T[] = [],
): (text: string, previous: readonly T[]) => readonly T[] {
  return (text, previous) => [...(previous === defaults ? [] : previous), parse(text)];
}
