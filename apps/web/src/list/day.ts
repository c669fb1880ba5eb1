import * as z from 'zod/mini';

/** A day as `<input type="date">` gives it; one that is in no calendar is none. */
export const Day = z.string().check(
  z.regex(/^\d{4}-\d{2}-\d{2}$/u),
  z.refine((day) => !Number.isNaN(Date.parse(day))),
);
