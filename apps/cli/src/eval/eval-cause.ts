import { assessCause, scoreCauses } from '@refrain/analysis';
import { AppError, Cause } from '@refrain/domain';
import { z } from 'zod';
import type { EvalFiles, EvalResult } from './eval-task.ts';
import { readJsonLines } from './read-json-lines.ts';
import { writeJsonLines } from './write-json-lines.ts';

/** `cause` is the truth: scoring reads it, prediction never sees it. */
const CauseRecord = z.object({
  id: z.string().min(1),
  title: z.string().nullish(),
  text: z.string().nullish(),
  cause: z.union([Cause, z.array(Cause)]).nullish(),
});

/** Writes for each record its cause and trigger from the closed lists, and how sure they are. */
export async function evalCause({ input, output }: EvalFiles): Promise<EvalResult> {
  const predictions: { id: string; cause: Cause; trigger: string; confidence: number }[] = [];
  const scored: { predicted: Cause; truth: Cause[] }[] = [];
  for await (const { id, title, text, cause: truth } of readJsonLines(input, CauseRecord)) {
    const { cause, trigger, confidence } = assessCause({ title: title ?? '', text: text ?? '' });
    predictions.push({ id, cause, trigger, confidence });
    if (truth != null) scored.push({ predicted: cause, truth: [truth].flat() });
  }
  if (predictions.length === 0)
    throw new AppError('invalid_input', `${input} holds no records: write one JSON object per line.`);
  await writeJsonLines(output, predictions);
  return { records: predictions.length, scores: scored.length === 0 ? null : scoreCauses(scored) };
}
