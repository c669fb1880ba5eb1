/**
 * The inverse of a symmetric positive definite matrix, by its Cholesky factor.
 * @param matrix row by row, size × size; it is left as it is
 */
export function invertPositive(matrix: Float64Array, size: number): Float64Array {
  const factor = factorise(matrix, size);
  const inverse = new Float64Array(size * size);
  const column = new Float64Array(size);
  for (let unit = 0; unit < size; unit++) {
    for (let row = 0; row < size; row++) {
      let rest = row === unit ? 1 : 0;
      for (let at = 0; at < row; at++) rest -= (factor[row * size + at] ?? 0) * (column[at] ?? 0);
      column[row] = rest / (factor[row * size + row] ?? 1);
    }
    for (let row = size - 1; row >= 0; row--) {
      let rest = column[row] ?? 0;
      for (let at = row + 1; at < size; at++) rest -= (factor[at * size + row] ?? 0) * (column[at] ?? 0);
      column[row] = rest / (factor[row * size + row] ?? 1);
      inverse[row * size + unit] = column[row] ?? 0;
    }
  }
  return inverse;
}

function factorise(matrix: Float64Array, size: number): Float64Array {
  const factor = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let rest = matrix[row * size + column] ?? 0;
      for (let at = 0; at < column; at++) rest -= (factor[row * size + at] ?? 0) * (factor[column * size + at] ?? 0);
      factor[row * size + column] = row === column ? Math.sqrt(rest) : rest / (factor[column * size + column] ?? 1);
    }
  }
  return factor;
}
