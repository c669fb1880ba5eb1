import { z } from 'zod';
import { Instant } from './instant.ts';

/** A source of statements in a report, which a reader can open. */
export const ReportSource = z.object({
  /**
   * The reference in sentences, unique within the report: `E3` an episode, `C2` a change, `P1` a pattern, `R1` a
   * document to read.
   */
  ref: z.string(),
  kind: z.enum(['episode', 'change', 'pattern', 'improvement', 'reading']),
  id: z.string(),
  at: Instant.nullable(),
  title: z.string(),
  url: z.string().nullable(),
  /** The most informative lines of its text. */
  excerpt: z.string().optional(),
});
export type ReportSource = z.infer<typeof ReportSource>;

/** One sentence, or several with the same sources. It contains external text verbatim: the renderer must escape it. */
export const Statement = z.object({
  text: z.string(),
  /** The refs of its sources. */
  refs: z.array(z.string()),
  /** How a figure in it is computed; null if the sources state it. */
  method: z.string().nullable(),
});
export type Statement = z.infer<typeof Statement>;

export const ReportTable = z.object({ columns: z.array(z.string()), rows: z.array(z.array(z.string())) });
export type ReportTable = z.infer<typeof ReportTable>;

const Range = { low: z.number().nullable(), high: z.number().nullable() };

/** A chart. All values are zero or more. */
export const ReportChart = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('bars'),
    title: z.string(),
    bars: z.array(z.object({ label: z.string(), value: z.number() })),
    /** Reference levels, each over some of the bars (`from` and `to` are inclusive indexes). */
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
  /** Stable, for links and for comparing two reports. */
  id: z.string(),
  title: z.string(),
  statements: z.array(Statement),
  table: ReportTable.nullable(),
  chart: ReportChart.nullable(),
});
export type ReportSection = z.infer<typeof ReportSection>;

/** The content of a report, independent of the format: Markdown, a standalone page or the web. */
export const ReportDocument = z.object({
  title: z.string(),
  /** The most important statement. */
  lead: Statement,
  sections: z.array(ReportSection),
  sources: z.array(ReportSource),
});
export type ReportDocument = z.infer<typeof ReportDocument>;
