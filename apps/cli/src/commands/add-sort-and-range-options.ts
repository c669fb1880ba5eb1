import { type Command, Option } from 'commander';
import { parsePastInstant } from '../command-environment.ts';

export interface SortAndRangeOptions {
  readonly sort?: string;
  readonly order?: string;
  readonly since?: string;
  readonly until?: string;
}

/** Adds the options that sort a list and restrict it to a range of time. */
export function addSortAndRangeOptions(command: Command, sorts: readonly string[], items: string): Command {
  return command
    .addOption(new Option('--sort <key>', 'the sort key of the list').choices(sorts))
    .addOption(new Option('--order <direction>', 'ascending or descending').choices(['asc', 'desc']))
    .option(
      '--since <day>',
      `only ${items} from this date or timestamp on, such as 2026-01-31 or 2026-01-31T08:00:00Z`,
      parsePastInstant,
    )
    .option('--until <day>', `only ${items} before this date or timestamp`, parsePastInstant);
}

/** Returns the query parameters of these options. */
export function pickSortAndRange({ sort, order, since, until }: SortAndRangeOptions) {
  return { sort, order, since, until };
}
