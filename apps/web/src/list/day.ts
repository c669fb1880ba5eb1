import * as z from 'zod/mini';

/** A day in the format of `<input type="date">`. Days that do not exist are invalid. */
export const Day = z.string().check(
  z.regex(/^\d{4}-\d{2}-\d{2}$/u),
  z.refine((day) => !Number.isNaN(Date.parse(day))),
);
