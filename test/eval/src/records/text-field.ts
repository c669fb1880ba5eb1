import { z } from 'zod';

/** Accepts a number too, since other programs write ids and years as numbers. */
export const TextField = z.union([z.string(), z.number().transform(String)]);

/** The unique id of a record; never empty. */
export const IdField = TextField.pipe(z.string().min(1));
