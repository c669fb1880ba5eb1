import { InvalidArgumentError } from 'commander';
import type { CommandParents } from '../command-line/context.ts';
import { createListParser } from '../command-line/options.ts';
import type { CompareOptions } from './compare.ts';
import { type Task, tasks } from './tasks.ts';

const description = `Run the product, and textbook baselines in Python (scikit-learn), on the same files, score both alike, and print them side by
side: a table for each file, with the goals. Progress goes to standard error. Takes some minutes.`;

const data =
  'JSON Lines to compare on instead of the files in ../shared/data, for one task: {id, title, text, created, group} for similar and cluster, {id, title, text, categories} for cause';

export function addCompareCommand({ program, context }: CommandParents): void {
  program
    .command('compare')
    .description(description)
    .option(
      '--task <name>',
      `${tasks.join(', ')} (a generated organisation); repeatable (default: all)`,
      createListParser(parseTask),
      [],
    )
    .option('--data <file>', data, context.resolveFile)
    .option('--json', 'print one line of JSON')
    .action(async (options: CompareOptions) => {
      const { printComparisons } = await import('./compare.ts');
      await printComparisons(options, context);
    });
}

function parseTask(name: string): Task {
  const task = tasks.find((known) => known === name);
  if (task === undefined) throw new InvalidArgumentError(`Give one of ${tasks.join(', ')}.`);
  return task;
}
