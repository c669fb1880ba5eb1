import { createRandomStream } from '@refrain/sample-org';

export interface LearningOptions {
  /** Numbers of corrections after which to measure, ascending. */
  readonly counts: readonly number[];
  readonly seeds: readonly number[];
}

/** The labels of an item that no correction names. */
export interface LearningPrediction<Label extends string = string> {
  readonly truth: Label;
  /** The label after the corrections. */
  readonly after: Label;
  /** The label without any correction, which is also the label if corrections changed only what they name. */
  readonly before: Label;
}

/** The predictions of one organisation after a number of corrections. */
export interface LearningStep<Label extends string = string> {
  readonly seed: number;
  readonly corrections: number;
  readonly predictions: readonly LearningPrediction<Label>[];
}

export interface LabelledPair<Label extends string> {
  readonly truth: Label;
  readonly predicted: Label;
}

export interface LabelledItem<Label extends string> {
  readonly id: string;
  readonly truth: Label;
  /** False if nobody can tell the right label. */
  readonly canCorrect: boolean;
  readonly isScored: boolean;
}

export interface StepByStepInput<Label extends string> extends LearningOptions {
  readonly name: string;
  readonly items: readonly LabelledItem<Label>[];
  /** Returns the label of each item, by id, after the items with the given ids were corrected. */
  readonly predict: (corrected: readonly string[]) => ReadonlyMap<string, Label>;
}

/**
 * Simulates a person who corrects items in random order, and lists the labels of all other items after each number of
 * corrections. Omits numbers that exceed the items that can be corrected, or that leave no item to score.
 */
export function correctStepByStep<Label extends string>(input: StepByStepInput<Label>): LearningStep<Label>[] {
  const { name, items, counts, seeds, predict } = input;
  const before = predict([]);
  return seeds.flatMap((seed) => {
    const random = createRandomStream(`corrections of ${name} ${seed}`);
    const order = random.shuffle(items.filter(({ canCorrect }) => canCorrect)).map(({ id }) => id);
    return counts.flatMap((count) => {
      const named = new Set(order.slice(0, count));
      if (named.size < count) return [];
      const after = predict([...named]);
      const predictions = items
        .filter(({ id, isScored }) => isScored && !named.has(id))
        .flatMap(({ id, truth }) => {
          const [label, known] = [after.get(id), before.get(id)];
          return label === undefined || known === undefined ? [] : [{ truth, after: label, before: known }];
        });
      return predictions.length === 0 ? [] : [{ seed, corrections: count, predictions }];
    });
  });
}

type Figures = Readonly<Record<string, number | null>>;

/**
 * Scores the steps of one or more organisations, for each number of corrections: the labels of all organisations together
 * for each seed, then the mean over the seeds. `scored` is the mean number of scored items.
 */
export function scoreLearningCurve<Label extends string>(
  steps: readonly LearningStep<Label>[],
  score: (pairs: readonly LabelledPair<Label>[]) => Figures,
): { readonly corrections: number; readonly scored: number; readonly learnt: Figures; readonly alone: Figures }[] {
  const counts = [...new Set(steps.map(({ corrections }) => corrections))].sort((a, b) => a - b);
  return counts.map((corrections) => {
    const own = steps.filter((step) => step.corrections === corrections);
    const bySeed = [...new Set(own.map(({ seed }) => seed))].map((seed) =>
      own.filter((step) => step.seed === seed).flatMap(({ predictions }) => predictions),
    );
    const scoreOf = (key: 'after' | 'before') =>
      averageFigures(
        bySeed.map((predictions) => score(predictions.map((one) => ({ truth: one.truth, predicted: one[key] })))),
      );
    const scored = bySeed.reduce((sum, predictions) => sum + predictions.length, 0) / bySeed.length;
    return { corrections, scored, learnt: scoreOf('after'), alone: scoreOf('before') };
  });
}

/** Returns the mean of each figure over the scores that have it; null if none has. */
function averageFigures(scores: readonly Figures[]): Figures {
  return Object.fromEntries(
    Object.keys(scores[0] ?? {}).map((key) => {
      const values = scores.flatMap((score) => score[key] ?? []);
      return [key, values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length];
    }),
  );
}
