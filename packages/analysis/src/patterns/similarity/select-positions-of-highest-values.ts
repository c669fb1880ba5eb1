const bins = 1_024;
const sizes = new Int32Array(bins + 1);

/**
 * Returns the positions of the `count` highest values, unordered. Among equal values, prefers lower positions. Counts
 * the values, which are in [0, 1], in bins, because sorting all of them would be slower.
 */
export function selectPositionsOfHighestValues(values: Float32Array, positions: Int32Array, count: number): Int32Array {
  if (positions.length <= count) return positions;
  sizes.fill(0);
  for (let at = 0; at < positions.length; at++) {
    const bin = binOf(values[positions[at] as number] as number);
    sizes[bin] = (sizes[bin] as number) + 1;
  }
  let last = bins;
  let above = 0;
  while (above + (sizes[last] as number) < count) above += sizes[last--] as number;
  const best = new Int32Array(count);
  const onEdge = new Int32Array(sizes[last] as number);
  let chosen = 0;
  let edge = 0;
  for (let at = 0; at < positions.length; at++) {
    const position = positions[at] as number;
    const bin = binOf(values[position] as number);
    if (bin > last) best[chosen++] = position;
    else if (bin === last) onEdge[edge++] = position;
  }
  onEdge.sort((a, b) => (values[b] as number) - (values[a] as number) || a - b);
  best.set(onEdge.subarray(0, count - chosen), chosen);
  return best;
}

function binOf(value: number): number {
  return value >= 1 ? bins : (value * bins) | 0;
}
