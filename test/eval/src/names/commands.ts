import { type CommandParents, printJson } from '../command-line/context.ts';
import { addModelOption } from '../seen/open-embedder.ts';
import type { MeasureNamesOptions } from './measure-names.ts';

const description = `Which share of the names that Refrain gives to judged recurring failures is more similar in meaning to names that people call
good than to names that they call bad. Prints one line of JSON: "likeGood" of all groups, and of those whose episodes share a mechanism.`;

export function addNameCommand({ measure, context }: CommandParents): void {
  const { resolveFile } = context;
  addModelOption(measure.command('names'), resolveFile)
    .description(description)
    .requiredOption(
      '--data <folder>',
      'has names-judged.jsonl, and incidents-SOURCE.jsonl for each source in it',
      resolveFile,
    )
    .option('--list', 'also print each name with the most similar good and bad name')
    .action(async (options: MeasureNamesOptions) => {
      const { measureNames } = await import('./measure-names.ts');
      printJson(context, await measureNames(options, context));
    });
}
