import { Option } from 'commander';
import { type CommandParents, printJson } from '../command-line/context.ts';
import { addSeedOptions, createListParser, parsePositiveWholeNumber } from '../command-line/options.ts';
import type { LearnNoteWeightsOptions } from './learn-note-weights.ts';
import type { MeasureNewFailuresOptions } from './measure-new-failures.ts';

const arrivalsDescription = `Cluster the first 60 % of the failures of generated organisations, then measure how rightly each later failure is assigned to
a pattern and said to be seen before, as it arrives. One line of JSON: the scores of each organisation and of all.`;

const beginningsDescription = `Learn the weights of "assessBeginning" from the later incidents of generated organisations, by their titles and by the titles
with the alerts, and compare the Brier scores of the learned and the shipped weights. One line of JSON.`;

const beginningSeeds = Array.from({ length: 11 }, (_, at) => 301 + at);
const beginningSizes = [300, 600, 1_200, 2_000];

export function addNewFailureCommands({ measure, context }: CommandParents): void {
  addSeedOptions(measure.command('new-failures').description(arrivalsDescription), [1, 2, 3])
    .option('--failures <n>', 'size of an organisation', parsePositiveWholeNumber, 600)
    .addOption(
      new Option('--known <what>', 'what is known of a failure; title and opening measure incidents only')
        .choices(['title', 'opening', 'all'])
        .default('all'),
    )
    .action(async (options: MeasureNewFailuresOptions) => {
      const { measureNewFailures: measureArrivals } = await import('./measure-new-failures.ts');
      printJson(context, measureArrivals(options));
    });
  addSeedOptions(measure.command('beginnings').description(beginningsDescription), beginningSeeds)
    .option(
      '--failures <n>',
      'size of an organisation; repeatable',
      createListParser(parsePositiveWholeNumber, beginningSizes),
      beginningSizes,
    )
    .action(async (options: LearnNoteWeightsOptions) => {
      const { learnNoteWeights: measureBeginnings } = await import('./learn-note-weights.ts');
      printJson(context, measureBeginnings(options, context));
    });
}
