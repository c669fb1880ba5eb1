import { assessCause } from '@refrain/analysis/evaluation';
import { AppError, Cause } from '@refrain/domain';
import { z } from 'zod';
import type { PredictionFiles, PredictionResult } from '../command-line/prediction-command.ts';
import { readJsonLines } from '../records/read-json-lines.ts';
import { IdField } from '../records/text-field.ts';
import { writeJsonLines } from '../records/write-json-lines.ts';
import { scoreCauses } from './score-causes.ts';

/** A record. `cause` is its true cause or a list of them, and is used only for scoring. */
const CauseRecord = z.object({
  id: IdField,
  title: z.string().nullish(),
  text: z.string().nullish(),
  cause: z.unknown().optional(),
});

export async function predictCauses({ input, output }: PredictionFiles): Promise<PredictionResult> {
  const predictions: { id: string; cause: Cause; trigger: string; confidence: number }[] = [];
  const scored: { predicted: Cause; truth: Cause[] }[] = [];
  let unknownLabels = 0;
  for await (const { id, title, text, cause: truth } of readJsonLines(input, CauseRecord)) {
    const { cause, trigger, confidence } = assessCause({ title: title ?? '', text: text ?? '' });
    predictions.push({ id, cause, trigger, confidence });
    const labels = [truth ?? []].flat();
    const known = labels.flatMap((label) => Cause.safeParse(label).data ?? []);
    unknownLabels += labels.length - known.length;
    if (known.length > 0) scored.push({ predicted: cause, truth: known });
  }
  if (predictions.length === 0)
    throw new AppError('invalid_input', `${input} has no records. Write one JSON object per line.`);
  await writeJsonLines(output, predictions);
  const scores = scored.length === 0 ? null : scoreCauses(scored);
  return { records: predictions.length, scores, ...(unknownLabels === 0 ? {} : { unknownLabels }) };
}
