import { type CommandParents, printJson } from '../command-line/context.ts';
import { addPredictionCommand } from '../command-line/prediction-command.ts';
import type { MeasureEarlierNeighboursOptions } from './measure-earlier-neighbours.ts';

const ceilingDescription = `What a file of labelled duplicates allows, as one line of JSON. "withinRank": share of the records with a duplicate whose
nearest duplicate is among so many. "wordsInCommon": median share of the words of the shorter text that the other text has
too, of duplicates among the first 5 and of those beyond the first 20. "oracle": B-cubed F1 of a clustering that joins each
record with its nearest record exactly when the two are duplicates. "keeping": from the score on that keeps such a share of
all duplicates among the nearest, how many records have a nearest one, and how many of the labelled ones have a wrong one.`;

export function addSimilarityCommands({ program, measure, context }: CommandParents): void {
  const { resolveFile } = context;
  addPredictionCommand(program, context, {
    name: 'similar',
    description:
      'List the 20 most similar other records of each record: {id, title, text, created} to {id, neighbours: [{id, score}]}',
    load: async () => (await import('./list-neighbours.ts')).listNeighbours,
  });
  measure
    .command('ceiling')
    .description(ceilingDescription)
    .requiredOption('--data <file>', 'JSON Lines {id, title, text, created, group}', resolveFile)
    .action(async ({ data }: { readonly data: string }) => {
      const { measureRecallCeiling: measureCeiling } = await import('./measure-recall-ceiling.ts');
      printJson(context, await measureCeiling(data));
    });
  measure
    .command('earlier')
    .description(
      'For each record the 20 most similar of those that were created before it, in the format of "similar". The rarity of words is that of the whole file.',
    )
    .requiredOption('--input <file>', 'JSON Lines {id, title, text, created}', resolveFile)
    .requiredOption('--output <file>', 'JSON Lines to write', resolveFile)
    .action(async (options: MeasureEarlierNeighboursOptions) => {
      const { measureEarlierNeighbours: measureEarlier } = await import('./measure-earlier-neighbours.ts');
      printJson(context, await measureEarlier(options));
    });
}
