const folds = 5;
/** Maximum number of groups that are compared, because each fold trains a model. */
const maxGroups = 400;

/**
 * Sums the errors of predictions for examples that the model did not know: the groups are divided into five folds, and a
 * model of the other folds predicts each fold. Returns 0 for a single group, for which no model can be trained.
 * @param groups examples that must be in the same fold; the order of the groups determines the folds
 */
export function sumCrossValidatedErrors<Example, Model>(
  groups: readonly (readonly Example[])[],
  train: (examples: readonly Example[]) => Model,
  measureError: (model: Model, example: Example) => number,
): number {
  const compared = takeEvenly(groups, maxGroups);
  if (compared.length < 2) return 0;
  let sum = 0;
  for (let fold = 0; fold < Math.min(folds, compared.length); fold += 1) {
    const isTested = (_: unknown, at: number) => at % folds === fold;
    const model = train(compared.filter((group, at) => !isTested(group, at)).flat());
    for (const example of compared.filter(isTested).flat()) sum += measureError(model, example);
  }
  return sum;
}

function takeEvenly<T>(items: readonly T[], most: number): readonly T[] {
  if (items.length <= most) return items;
  return Array.from({ length: most }, (_, at) => items[Math.floor((at * items.length) / most)] as T);
}
