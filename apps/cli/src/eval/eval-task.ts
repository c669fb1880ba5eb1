/** A task of `refrain eval`: reads records, writes predictions, scores them where the records bring the truth. */
export interface EvalTask {
  /** One line for the help text. */
  readonly description: string;
  /** One line for what a file of truth holds; absent where records bring it themselves. */
  readonly truth?: string;
  readonly run: (files: EvalFiles) => Promise<EvalSummary>;
}

export interface EvalFiles {
  /** JSON Lines. */
  readonly input: string;
  /** JSON Lines; replaced where it exists. */
  readonly output: string;
  /** JSON Lines that are read for scoring only. */
  readonly truth?: string;
}

export interface EvalResult {
  /** Records read. */
  readonly records: number;
  /** Null where the records bring no truth. */
  readonly scores: object | null;
  /** Labels outside the closed list, which no score counts; absent where there are none. */
  readonly unknownLabels?: number;
}

export interface EvalSummary {
  readonly task: string;
  readonly records: number;
  readonly seconds: number;
  /** Most memory that the process held so far, in MiB. */
  readonly peakMemoryMb: number;
  readonly scores?: object;
  readonly unknownLabels?: number;
}

/**
 * A task that measures what it takes.
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
    async run(files) {
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
