import { z } from 'zod';

/** A text; a number, as other programs write ids and years, is taken as its digits. */
export const TextField = z.union([z.string(), z.number().transform(String)]);

/** What tells a record from the others; never empty. */
export const IdField = TextField.pipe(z.string().min(1));
