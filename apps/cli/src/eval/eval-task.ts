import { AppError } from '@refrain/domain';

/** A task of `refrain eval`: reads records, writes predictions, scores them where the records bring the truth. */
export interface EvalTask {
  /** One line for the help text. */
  readonly description: string;
  /** One line for what a file of truth holds; absent where records bring it themselves. */
  readonly truth?: string;
  /** One line for which field `--by` names; absent where the task has no such choice. */
  readonly by?: string;
  /** Whether it may be left open where to write. */
  readonly isOutputOptional?: boolean;
  readonly run: (options: EvalOptions) => Promise<EvalSummary>;
}

export interface EvalOptions {
  /** JSON Lines. */
  readonly input: string;
  /** JSON Lines; replaced where it exists. */
  readonly output?: string;
  /** JSON Lines that are read for scoring only. */
  readonly truth?: string;
  /** Name of a field. */
  readonly by?: string;
}

export interface EvalFiles extends EvalOptions {
  readonly output: string;
}

export interface EvalResult {
  /** Records read. */
  readonly records: number;
  /** Null where the records bring no truth. */
  readonly scores: object | null;
  /** Labels outside the closed list, which no score counts; absent where there are none. */
  readonly unknownLabels?: number;
}

/** What the last line says. */
export type EvalSummary = Readonly<Record<string, unknown>> & { readonly task: string };

/**
 * A task that measures what it takes: its seconds, and the most memory that the process held so far, in MiB.
 * @param load only when the task is run: other commands need not wait for the analysis to be read
 */
export function createEvalTask(
  task: string,
  description: string,
  load: () => Promise<(files: EvalFiles) => Promise<EvalResult>>,
  truth?: string,
): EvalTask {
  return {
    description,
    ...(truth === undefined ? {} : { truth }),
    async run({ output, ...options }): Promise<EvalSummary> {
      if (output === undefined) throw new AppError('invalid_input', 'Name the file to write with --output.');
      const files = { ...options, output };
      const evaluate = await load();
      const startedAt = performance.now();
      const { records, scores, ...others } = await evaluate(files);
      return {
        task,
        records,
        seconds: Math.round(performance.now() - startedAt) / 1_000,
        peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1_024),
        ...(scores === null ? {} : { scores }),
        ...others,
      };
    },
  };
}
