import { type CommandParents, printJson } from '../command-line/context.ts';
import { addSeedOptions } from '../command-line/options.ts';
import { addModelOption } from '../seen/open-embedder.ts';
import type { MeasureNamesOptions } from './measure-names.ts';

const description = `With --data: which share of the names that Refrain gives to judged recurring failures is more similar in meaning to names that
people call good than to names that they call bad. With --seed: which share of the names in generated organisations is nearest to
the name of the true failure, among all failures of the organisation; baseline: the most frequent title. Prints one line of JSON.`;

export function addNameCommand({ measure, context }: CommandParents): void {
  const { resolveFile } = context;
  addSeedOptions(addModelOption(measure.command('names'), resolveFile), [])
    .description(description)
    .option('--data <folder>', 'has names-judged.jsonl, and incidents-SOURCE.jsonl for each source in it', resolveFile)
    .option(
      '--list',
      'also print each name with the most similar good and bad name, or with the true and nearest failure',
    )
    .action(async (options: MeasureNamesOptions) => {
      const { measureNames } = await import('./measure-names.ts');
      printJson(context, await measureNames(options, context));
    });
}
