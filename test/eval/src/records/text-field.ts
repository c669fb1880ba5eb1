import { z } from 'zod';

/** Accepts numbers as well, because other programs write ids and years as numbers. */
export const TextField = z.union([z.string(), z.number().transform(String)]);

export const IdField = TextField.pipe(z.string().min(1));
