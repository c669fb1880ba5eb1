import { Option } from 'commander';
import { type CommandParents, printJson } from '../command-line/context.ts';
import type { MeasurePassagesOptions } from './measure-passages.ts';
import type { PassageKindName } from './passage-kinds.ts';
import type { QuoteResolutionsOptions } from './quote-resolutions.ts';

const kinds: PassageKindName[] = ['resolution', 'root-cause'];

export function addPassageCommands({ program, measure, context }: CommandParents): void {
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
    .command('passages')
    .description(
      'How often the passage that states the resolution or the root cause is found: for each organisation, by weights learned from the others. Takes a minute. Prints one line of JSON.',
    )
    .requiredOption(
      '--data <folder>',
      'has labels-incidents.jsonl, and incidents-SOURCE.jsonl for each source in it',
      resolveFile,
    )
    .addOption(new Option('--kind <kind>', 'kind of statement').choices(kinds).default('resolution'))
    .option(
      '--weights',
      'also print weights learned from all organisations, as packages/analysis/src/extraction holds them',
    )
    .action(async (options: MeasurePassagesOptions) => {
      const { measurePassages } = await import('./measure-passages.ts');
      printJson(context, await measurePassages(options, context));
    });
  measure
    .command('statements')
    .description(
      'How many statements of each kind Refrain shows of labelled incidents, and which share of them agrees with the labels. The passages, causes and triggers of these incidents are also those from which Refrain learned. Prints one line of JSON.',
    )
    .requiredOption(
      '--data <folder>',
      'has labels-incidents.jsonl, and incidents-SOURCE.jsonl for each source in it',
      resolveFile,
    )
    .action(async (options: { readonly data: string }) => {
      const { measureStatements } = await import('./measure-statements.ts');
      printJson(context, await measureStatements(options));
    });
}
