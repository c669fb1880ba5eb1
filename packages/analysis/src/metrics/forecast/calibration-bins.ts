import type { CalibrationBin } from '@refrain/domain';

const bins = 10;

/** Per bin of the forecast probability: the forecasts, the sum of their probabilities, and how many came true. */
export interface CalibrationBins {
  readonly forecasts: Int32Array;
  readonly probabilities: Float64Array;
  readonly hits: Int32Array;
}

export function createCalibrationBins(): CalibrationBins {
  return { forecasts: new Int32Array(bins), probabilities: new Float64Array(bins), hits: new Int32Array(bins) };
}

export function addForecastToBins(
  { forecasts, probabilities, hits }: CalibrationBins,
  probability: number,
  hasCome: boolean,
): void {
  const bin = Math.min(Math.floor(probability * bins), bins - 1);
  forecasts[bin] = (forecasts[bin] ?? 0) + 1;
  probabilities[bin] = (probabilities[bin] ?? 0) + probability;
  if (hasCome) hits[bin] = (hits[bin] ?? 0) + 1;
}

export function listCalibrationBins({ forecasts, probabilities, hits }: CalibrationBins): CalibrationBin[] {
  return [...forecasts].flatMap((count, bin) =>
    count === 0
      ? []
      : [
          {
            from: bin / bins,
            to: (bin + 1) / bins,
            forecasts: count,
            meanProbability: (probabilities[bin] ?? 0) / count,
            observedShare: (hits[bin] ?? 0) / count,
          },
        ],
  );
}

export function computeCalibrationError(calibrations: readonly CalibrationBins[]): number | null {
  let [error, all] = [0, 0];
  for (let bin = 0; bin < bins; bin++) {
    let gap = 0;
    for (const { forecasts, probabilities, hits } of calibrations) {
      gap += (probabilities[bin] ?? 0) - (hits[bin] ?? 0);
      all += forecasts[bin] ?? 0;
    }
    error += Math.abs(gap);
  }
  return all === 0 ? null : error / all;
}
