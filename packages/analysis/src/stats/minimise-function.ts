/** Writes the gradient at a point into `gradient` and returns the function's value. */
export type ObjectiveFunction = (point: Float64Array, gradient: Float64Array) => number;

/** Number of remembered steps; more cost time and gain little (Nocedal & Wright suggest 3 to 20). */
const memory = 10;
const maxSteps = 300;
const maxHalvings = 40;
/** Each step must achieve at least this share of the gain that the slope predicts (Armijo's rule). */
const minGain = 1e-4;

interface Step {
  readonly moved: Float64Array;
  readonly turned: Float64Array;
  readonly inverse: number;
}

/**
 * Minimises a smooth convex function by L-BFGS with halved steps (Nocedal & Wright, Numerical Optimization, 2006,
 * algorithms 7.4 and 7.5).
 * @param tolerance stops if the largest slope, relative to max(1, value), is at most this
 */
export function minimiseFunction(objective: ObjectiveFunction, start: Float64Array, tolerance = 1e-6): Float64Array {
  let point: Float64Array = start.slice();
  let gradient: Float64Array = new Float64Array(point.length);
  let value = objective(point, gradient);
  const steps: Step[] = [];
  for (let count = 0; count < maxSteps && largest(gradient) > tolerance * Math.max(1, Math.abs(value)); count++) {
    const direction = findDirection(gradient, steps);
    const slope = dot(direction, gradient);
    const nextGradient = new Float64Array(point.length);
    // Limits the length of the first step to 1, since the scale of the direction is still unknown.
    let length = steps.length === 0 ? 1 / Math.max(1, Math.sqrt(-slope)) : 1;
    let next = moveAlong(point, direction, length);
    let nextValue = objective(next, nextGradient);
    for (let halvings = 0; !(nextValue <= value + minGain * length * slope); halvings++) {
      if (halvings === maxHalvings) return point;
      length /= 2;
      next = moveAlong(point, direction, length);
      nextValue = objective(next, nextGradient);
    }
    storeStep(steps, subtract(next, point), subtract(nextGradient, gradient));
    [point, gradient, value] = [next, nextGradient, nextValue];
  }
  return point;
}

function findDirection(gradient: Float64Array, steps: readonly Step[]): Float64Array {
  const direction = gradient.map((value) => -value);
  const shares: number[] = [];
  for (const { moved, turned, inverse } of steps.toReversed()) {
    const share = inverse * dot(moved, direction);
    shares.push(share);
    addTo(direction, turned, -share);
  }
  const last = steps.at(-1);
  if (last !== undefined) scale(direction, 1 / (last.inverse * dot(last.turned, last.turned)));
  for (const { moved, turned, inverse } of steps)
    addTo(direction, moved, (shares.pop() ?? 0) - inverse * dot(turned, direction));
  return direction;
}

/** Stores a step. Skips a step without curvature, since its inverse would be infinite. */
function storeStep(steps: Step[], moved: Float64Array, turned: Float64Array): void {
  const curvature = dot(moved, turned);
  if (!(curvature > 1e-12)) return;
  steps.push({ moved, turned, inverse: 1 / curvature });
  if (steps.length > memory) steps.shift();
}

function moveAlong(point: Float64Array, direction: Float64Array, length: number): Float64Array {
  const moved = point.slice();
  addTo(moved, direction, length);
  return moved;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

function addTo(target: Float64Array, source: Float64Array, factor: number): void {
  for (let at = 0; at < target.length; at++) target[at] = (target[at] ?? 0) + factor * (source[at] ?? 0);
}

function subtract(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, at) => value - (b[at] ?? 0));
}

function scale(target: Float64Array, factor: number): void {
  for (let at = 0; at < target.length; at++) target[at] = (target[at] ?? 0) * factor;
}

function largest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
