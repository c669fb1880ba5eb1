import { type CommandParents, printJson } from '../command-line/context.ts';
import { createListParser, parseWholeNumber } from '../command-line/options.ts';
import type { MeasureLearningCurveOptions } from './measure-learning-curve.ts';

const description = `How well real organisations are analysed after 0, 5, 10, 20 and 40 corrections by a person who knows the truth. Scores only
the failures that no correction names, and prints one line of JSON. For causes, triggers, groups (each of the incidents of a
source) and verdicts (of the reverts of an owner), it has the curve over all organisations and of each one. Each point has the
number of corrections, the mean number of scored failures, "learnt", the figures after the corrections, and "alone", those of
the same failures if a correction changed only what it names; all figures are means over the seeds. Causes, triggers and
verdicts are corrected in random order, groups where they are wrong. Takes some minutes.`;

const seeds = [1, 2, 3, 4, 5];

export function addLearningCommand({ measure, context }: CommandParents): void {
  measure
    .command('learning-curve')
    .description(description)
    .requiredOption(
      '--data <folder>',
      'has labels-incidents.jsonl, incidents-SOURCE.jsonl for each source in it, labels-reverts.jsonl and reverts-*.jsonl',
      context.resolveFile,
    )
    .option(
      '--seed <n>',
      'seed of the order of corrections; repeatable',
      createListParser(parseWholeNumber, seeds),
      seeds,
    )
    .action(async (options: MeasureLearningCurveOptions) => {
      const { measureLearningCurve } = await import('./measure-learning-curve.ts');
      printJson(context, await measureLearningCurve(options, context));
    });
}
