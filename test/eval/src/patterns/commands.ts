import { type CommandParents, printJson } from '../command-line/context.ts';
import { addSeedOptions, parsePositiveWholeNumber, type SeedOptions } from '../command-line/options.ts';
import { addPredictionCommand } from '../command-line/prediction-command.ts';
import type { MeasurePatternsOptions } from './measure-patterns.ts';

const patternsDescription = `How well the patterns of generated organisations are found, from what the providers deliver, one line of JSON; also how many
reverts of each true verdict are called failures, which are joined to one event, and how many imported post-mortems have the
right time.`;

const correctionsDescription = `How well the patterns of generated organisations are found after 0, 5, 10, 20, 40 and 80 decisions of a person who knows the
truth, over all failures and over those that no decision named. A table of the means, or one line of JSON with the curve of
each seed.`;

export function addPatternCommands({ program, measure, context }: CommandParents): void {
  addPredictionCommand(program, context, {
    name: 'cluster',
    description: 'Cluster records and write the pattern of each, or null: {id, title, text, created} to {id, pattern}',
    load: async () => (await import('./cluster-records.ts')).clusterRecords,
  });
  addSeedOptions(measure.command('patterns').description(patternsDescription), [1, 2, 3])
    .option('--failures <n>', 'size of an organisation', parsePositiveWholeNumber, 600)
    .option('--true-episodes', 'join failures to their true episodes, so that only the clustering is measured')
    .option(
      '--texts <file>',
      'JSON Lines {id, title, text, created, group} of the failures of all seeds, for other methods',
      context.resolveFile,
    )
    .action(async (options: MeasurePatternsOptions) => {
      const { measurePatterns } = await import('./measure-patterns.ts');
      printJson(context, await measurePatterns(options));
    });
  addSeedOptions(measure.command('corrections').description(correctionsDescription), [21, 22, 23])
    .option('--json', 'print one line of JSON')
    .action(async (options: SeedOptions & { readonly json?: boolean }) => {
      const { measureCorrections } = await import('./measure-corrections.ts');
      const { formatCorrectionsCurve: formatCurve } = await import('./corrections-curve.ts');
      const measured = measureCorrections(options);
      if (options.json) printJson(context, measured);
      else context.print(`${formatCurve(measured.curve)}\n`);
    });
}
