import { z } from 'zod';
import { Instant } from './instant.ts';

/** A source of a report's statements, which a reader can open. */
export const ReportSource = z.object({
  /** The source's label, unique per report: `E3` an episode, `C2` a change, `P1` a pattern, `R1` further reading. */
  ref: z.string(),
  kind: z.enum(['episode', 'change', 'pattern', 'improvement', 'reading']),
  id: z.string(),
  at: Instant.nullable(),
  title: z.string(),
  url: z.string().nullable(),
});
export type ReportSource = z.infer<typeof ReportSource>;

/** A paragraph with its sources. May contain external text, so renderers must escape the text. */
export const Statement = z.object({
  /** A short heading of the paragraph, such as the name of a recommended guardrail. */
  label: z.string().optional(),
  text: z.string(),
  /** True if the paragraph quotes its sources, otherwise absent. */
  isQuotation: z.literal(true).optional(),
  /** The `ref` of each source. */
  refs: z.array(z.string()),
  /** How the stated figure is computed; null if the sources contain the statement. */
  method: z.string().nullable(),
});
export type Statement = z.infer<typeof Statement>;

/** A cell of a table: a text, or the title of the source `ref`, which renderers link to the source. */
export const ReportCell = z.union([z.string(), z.object({ text: z.string(), ref: z.string() })]);
export type ReportCell = z.infer<typeof ReportCell>;

export const ReportTable = z.object({ columns: z.array(z.string()), rows: z.array(z.array(ReportCell)) });
export type ReportTable = z.infer<typeof ReportTable>;

const Range = { low: z.number().nullable(), high: z.number().nullable() };

/** A chart in a report. All values are at least 0. */
export const ReportChart = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('bars'),
    title: z.string(),
    bars: z.array(z.object({ label: z.string(), value: z.number() })),
    /** Reference lines. Each line extends over the bars with the indexes `from` to `to`, inclusive. */
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
  /** The id of the section. It is the same in all reports, so that links and comparisons can use it. */
  id: z.string(),
  title: z.string(),
  statements: z.array(Statement),
  table: ReportTable.nullable(),
  chart: ReportChart.nullable(),
  /** True for statistics and background, which renderers fold until a reader opens them. */
  isDetail: z.boolean(),
});
export type ReportSection = z.infer<typeof ReportSection>;

/** A part of a pattern's status in a few words, such as "Returned" or "SEV-1". */
export const ReportBadge = z.object({
  kind: z.enum(['recurrence', 'trend', 'severity', 'judgement']),
  text: z.string(),
});
export type ReportBadge = z.infer<typeof ReportBadge>;

/** The content of a report or digest, from which Markdown, HTML and the web page are rendered. */
export const ReportDocument = z.object({
  title: z.string(),
  badges: z.array(ReportBadge),
  /** The most important statement: the key facts of a pattern, or the totals of a digest. */
  lead: Statement,
  sections: z.array(ReportSection),
  sources: z.array(ReportSource),
});
export type ReportDocument = z.infer<typeof ReportDocument>;
