import { findResolution } from '@refrain/analysis';
import { z } from 'zod';
import { readAllJsonLines } from '../records/read-json-lines.ts';
import { writeJsonLines } from '../records/write-json-lines.ts';

const Record = z.object({ id: z.string().min(1), text: z.string().nullish() });

export interface QuoteResolutionsOptions {
  readonly input: string;
  readonly output: string;
}

export async function quoteResolutions({ input, output }: QuoteResolutionsOptions) {
  const found = (await readAllJsonLines(input, Record)).map(({ id, text }) => {
    const stated = findResolution(text ?? '');
    return { id, resolution: stated?.quote ?? null, confidence: stated?.confidence ?? 0 };
  });
  await writeJsonLines(output, found);
  const stated = found.filter(({ resolution }) => resolution !== null).length;
  return { task: 'resolution', records: found.length, stated };
}
