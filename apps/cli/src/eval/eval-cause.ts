import { assessCause, scoreCauses } from '@refrain/analysis';
import { AppError, Cause } from '@refrain/domain';
import { z } from 'zod';
import type { EvalFiles, EvalResult } from './eval-task.ts';
import { readJsonLines } from './read-json-lines.ts';
import { IdField } from './text-field.ts';
import { writeJsonLines } from './write-json-lines.ts';

/** `cause` is the truth, one label or several: scoring reads those of our closed list, prediction never sees any. */
const CauseRecord = z.object({
  id: IdField,
  title: z.string().nullish(),
  text: z.string().nullish(),
  cause: z.unknown().optional(),
});

/** Writes for each record its cause and trigger from the closed lists, and how sure they are. */
export async function evalCause({ input, output }: EvalFiles): Promise<EvalResult> {
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
    throw new AppError('invalid_input', `${input} holds no records: write one JSON object per line.`);
  await writeJsonLines(output, predictions);
  const scores = scored.length === 0 ? null : scoreCauses(scored);
  return { records: predictions.length, scores, ...(unknownLabels === 0 ? {} : { unknownLabels }) };
}
