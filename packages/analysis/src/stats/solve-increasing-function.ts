const tolerance = 1e-7;
const maxSteps = 200;

/**
 * Finds where an increasing function takes a value, by the Illinois method (Dowell and Jarratt, 1971). It needs a dozen
 * steps instead of forty by bisection.
 * @param within range that contains the solution
 */
export function solveIncreasingFunction(
  f: (x: number) => number,
  value: number,
  within: readonly [number, number],
): number {
  let [low, high] = within;
  let below = f(low) - value;
  let above = f(high) - value;
  let moved: 'low' | 'high' | null = null;
  for (let step = 0; step < maxSteps && high - low > tolerance * Math.max(1, Math.abs(low)); step += 1) {
    // Every fifth step bisects, since the secant converges slowly on flat stretches.
    const isHalving = step % 5 === 4 || above === below;
    const x = isHalving ? (low + high) / 2 : (low * above - high * below) / (above - below);
    const difference = f(x) - value;
    if (difference === 0) return x;
    const side = difference < 0 ? 'low' : 'high';
    if (side === 'low') [low, below] = [x, difference];
    else [high, above] = [x, difference];
    if (side === moved && side === 'low') above /= 2;
    if (side === moved && side === 'high') below /= 2;
    moved = side;
  }
  return (low + high) / 2;
}
