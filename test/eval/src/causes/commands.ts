import { type CommandParents, printJson } from '../command-line/context.ts';
import { addSeedOptions, type SeedOptions } from '../command-line/options.ts';
import { addPredictionCommand } from '../command-line/prediction-command.ts';
import type { MeasureCauseLearningOptions } from './measure-cause-learning.ts';
import type { MeasureEvidenceWeightsOptions } from './measure-evidence-weights.ts';

const learningDescription = `How well causes are predicted after corrections, of records {id, title, text, cause, fold, start}. Prints one line of JSON:
the figures by the number of corrections, as means of five draws, and those of the last 30 % in time before and after
corrections of the others.`;

const patternDescription = `How often the causes and triggers of the patterns of generated organisations are right, from words, kinds, files, steps and
links, one line of JSON. "shipped" is before any correction; "corrected" are the patterns of each half after corrections of
the other half.`;

export function addCauseCommands({ program, measure, context }: CommandParents): void {
  const { resolveFile } = context;
  addPredictionCommand(program, context, {
    name: 'cause',
    description:
      'Predict the root cause and the trigger of each failure: {id, title, text} to {id, cause, trigger, confidence}',
    load: async () => (await import('./predict-causes.ts')).predictCauses,
  });
  measure
    .command('causes')
    .description(
      'How often the cause is right in collections of labelled post-mortems, one line of JSON for each file. Skips records whose label says nothing, or "unknown".',
    )
    .argument('<files...>', 'JSON Lines {title, text, categories}')
    .action(async (files: readonly string[]) => {
      const { measureCauses } = await import('./measure-causes.ts');
      await measureCauses(files.map(resolveFile), context);
    });
  measure
    .command('learning')
    .description(learningDescription)
    .requiredOption('--input <file>', 'JSON Lines to read', resolveFile)
    .option(
      '--output <file>',
      'JSON Lines of the cause of each record after corrections of all other folds',
      resolveFile,
    )
    .action(async (options: MeasureCauseLearningOptions) => {
      const { measureCauseLearning: measureLearning } = await import('./measure-cause-learning.ts');
      printJson(context, await measureLearning(options));
    });
  measure
    .command('evidence-weights')
    .description(
      'How often causes and triggers of real reports are right: for each organisation, by weights learned from all other reports. Takes a minute. Prints one line of JSON.',
    )
    .requiredOption(
      '--data <folder>',
      'has labels-incidents.jsonl, incidents-SOURCE.jsonl for each source in it, causes-issre22.jsonl and causes-danluu.jsonl',
      resolveFile,
    )
    .option(
      '--weights',
      'also print weights learned from all reports, as packages/analysis/src/causes/evidence-weights.ts holds them',
    )
    .action(async (options: MeasureEvidenceWeightsOptions) => {
      const { measureEvidenceWeights } = await import('./measure-evidence-weights.ts');
      printJson(context, await measureEvidenceWeights(options, context));
    });
  addSeedOptions(measure.command('pattern-causes').description(patternDescription), [1, 2, 3]).action(
    async (options: SeedOptions) => {
      const { measurePatternCauses } = await import('./measure-pattern-causes.ts');
      printJson(context, measurePatternCauses(options));
    },
  );
}
