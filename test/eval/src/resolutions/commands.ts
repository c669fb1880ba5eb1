import { type CommandParents, printJson } from '../command-line/context.ts';
import type { MeasureResolutionsOptions } from './measure-resolutions.ts';
import type { QuoteResolutionsOptions } from './quote-resolutions.ts';

export function addResolutionCommands({ program, measure, context }: CommandParents): void {
  const { resolveFile } = context;
  program
    .command('resolution')
    .description('Quote from each report the passage that states what resolved the incident. Prints one line of JSON.')
    .requiredOption('--input <records>', 'JSON Lines {id, title, text, ...}', resolveFile)
    .requiredOption(
      '--output <file>',
      'JSON Lines {id, resolution, confidence}; resolution is null if none is stated. Replaced if it exists',
      resolveFile,
    )
    .action(async (options: QuoteResolutionsOptions) => {
      const { quoteResolutions } = await import('./quote-resolutions.ts');
      printJson(context, await quoteResolutions(options));
    });
  measure
    .command('resolutions')
    .description(
      'How often the passage that states the resolution is found: for each organisation, by weights learned from the others. Takes a minute. Prints one line of JSON.',
    )
    .requiredOption(
      '--data <folder>',
      'has labels-incidents.jsonl, and incidents-SOURCE.jsonl for each source in it',
      resolveFile,
    )
    .option(
      '--weights',
      'also print weights learned from all organisations, as packages/analysis/src/causes/resolution/passage-weights.ts holds them',
    )
    .action(async (options: MeasureResolutionsOptions) => {
      const { measureResolutions } = await import('./measure-resolutions.ts');
      printJson(context, await measureResolutions(options, context));
    });
}
