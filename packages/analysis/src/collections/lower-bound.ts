/** Returns the first index of a sorted list at which `isBelow` is false, else the length. Uses binary search. */
export function lowerBound<T>(sorted: ArrayLike<T>, isBelow: (value: T) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBelow(sorted[middle] as T)) low = middle + 1;
    else high = middle;
  }
  return low;
}
