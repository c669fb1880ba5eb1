import type { Command } from 'commander';
import { measureProcessCost } from '../figures/measure-process-cost.ts';
import { type EvalCommandEnvironment, printJson } from './context.ts';

export interface PredictionFiles {
  readonly input: string;
  /** Path of a JSON Lines file, which is replaced if it exists. */
  readonly output: string;
  /** Path of a JSON Lines file with the true labels. It is read only for scoring. */
  readonly truth?: string;
}

export interface PredictionResult {
  readonly records: number;
  /** Scores of the predictions; null if the records have no labels. */
  readonly scores: object | null;
  /** Number of labels that name no cause of Refrain and are not scored; absent if there are none. */
  readonly unknownLabels?: number;
}

export type PredictFunction = (files: PredictionFiles) => Promise<PredictionResult>;

export interface PredictionCommand {
  readonly name: string;
  readonly description: string;
  /** Help text for `--truth`; absent if the records themselves have labels. */
  readonly truth?: string;
  /** Loads the prediction function. Called only when the command runs, because loading the analysis takes time. */
  readonly load: () => Promise<PredictFunction>;
}

/** Adds a command that reads records, writes a prediction for each, and scores the predictions if the records have labels. */
export function addPredictionCommand(program: Command, context: EvalCommandEnvironment, task: PredictionCommand): void {
  const { resolveFile } = context;
  const command = program
    .command(task.name)
    .description(task.description)
    .requiredOption('--input <file>', 'JSON Lines to read', resolveFile)
    .requiredOption('--output <file>', 'JSON Lines to write', resolveFile)
    .addHelpText('after', formatUsageExample(task.name, '--input in.jsonl --output out.jsonl'))
    .action(async (files: PredictionFiles) => {
      const predict = await task.load();
      printJson(context, await measurePrediction(task.name, files, predict));
    });
  if (task.truth !== undefined) command.option('--truth <file>', task.truth, resolveFile);
}

/** Runs a prediction, and adds the duration in seconds and the peak memory of the process in MiB to its result. */
export async function measurePrediction(task: string, files: PredictionFiles, predict: PredictFunction) {
  const startedAt = performance.now();
  const { records, scores, ...others } = await predict(files);
  return {
    task,
    records,
    ...measureProcessCost(startedAt),
    ...(scores === null ? {} : { scores }),
    ...others,
  };
}

export function formatUsageExample(name: string, args: string): string {
  return `\nExample:\n  npm run --silent eval -- ${name} ${args}`;
}
