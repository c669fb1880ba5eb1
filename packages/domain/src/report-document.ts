import { z } from 'zod';
import { Instant } from './instant.ts';

/** What the sentences of a report rest on: something that can be opened. */
export const ReportSource = z.object({
  /** How sentences call it, unique within the report: `E3` an episode, `C2` a change, `P1` a pattern, `R1` a document to read. */
  ref: z.string(),
  kind: z.enum(['episode', 'change', 'pattern', 'improvement', 'reading']),
  id: z.string(),
  at: Instant.nullable(),
  title: z.string(),
  url: z.string().nullable(),
  /** The lines of its text that tell most. */
  excerpt: z.string().optional(),
});
export type ReportSource = z.infer<typeof ReportSource>;

/** One sentence, or a few that rest on the same. Texts from outside stand in it as they are: whoever shows it makes them inert. */
export const Statement = z.object({
  text: z.string(),
  /** Refs of the sources that show it. */
  refs: z.array(z.string()),
  /** How a figure in it comes about; null where it is read off the sources. */
  method: z.string().nullable(),
});
export type Statement = z.infer<typeof Statement>;

export const ReportTable = z.object({ columns: z.array(z.string()), rows: z.array(z.array(z.string())) });
export type ReportTable = z.infer<typeof ReportTable>;

const Range = { low: z.number().nullable(), high: z.number().nullable() };

/** Figures to be drawn. All values are zero or more. */
export const ReportChart = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('bars'),
    title: z.string(),
    bars: z.array(z.object({ label: z.string(), value: z.number() })),
    /** Levels to compare with, each over some of the bars (`from` and `to` are positions, both inclusive). */
    levels: z.array(z.object({ label: z.string(), value: z.number(), from: z.number().int(), to: z.number().int() })),
  }),
  z.object({
    kind: z.literal('timeline'),
    title: z.string(),
    from: Instant,
    until: Instant,
    marks: z.array(z.object({ at: Instant, ref: z.string(), label: z.string() })),
  }),
  z.object({
    kind: z.literal('ranges'),
    title: z.string(),
    rows: z.array(z.object({ label: z.string(), value: z.number().nullable(), ...Range })),
  }),
]);
export type ReportChart = z.infer<typeof ReportChart>;

export const ReportSection = z.object({
  /** Stable: for links to it, and for comparing two reports. */
  id: z.string(),
  title: z.string(),
  statements: z.array(Statement),
  table: ReportTable.nullable(),
  chart: ReportChart.nullable(),
});
export type ReportSection = z.infer<typeof ReportSection>;

/** A report as it is read, whoever shows it: as Markdown, as a page of its own, in the web. */
export const ReportDocument = z.object({
  title: z.string(),
  /** The one thing to know. */
  lead: Statement,
  sections: z.array(ReportSection),
  sources: z.array(ReportSource),
});
export type ReportDocument = z.infer<typeof ReportDocument>;
