import { z } from 'zod';
import { Trigger } from './cause.ts';

/** The statements of a failure that a person can correct. A correction of the kind `cause` decides the trigger. */
export const StatementKind = z.enum(['component', 'symptom', 'mechanism', 'root_cause', 'resolution']);
export type StatementKind = z.infer<typeof StatementKind>;

/** A passage of a failure's title or text that states something about the failure. */
export const FailureStatement = z.object({
  /** The passage, verbatim except for white space and markup of links, lists and tables. */
  quote: z.string(),
  /** The confidence, 0 to 1: the share of similar passages that make this statement according to a human reader. */
  confidence: z.number().min(0).max(1),
  /** Whether a person chose the passage. The confidence is then 1. */
  isDecided: z.boolean(),
});
export type FailureStatement = z.infer<typeof FailureStatement>;

/** The mechanism by which a system failed, according to its report or a person. */
export const MechanismStatement = FailureStatement.extend({
  /** The name of a mechanism that `GET /v1/mechanisms` lists. */
  mechanism: z.string(),
  /** The passage that states the mechanism; null if a person chose a mechanism that no sentence states. */
  quote: z.string().nullable(),
});
export type MechanismStatement = z.infer<typeof MechanismStatement>;

/** The event that started a failure, according to its report or a person. */
export const TriggerStatement = FailureStatement.extend({
  trigger: Trigger.exclude(['unknown']),
  /** The passage that states the trigger; null if a person chose a trigger that no sentence states. */
  quote: z.string().nullable(),
});
export type TriggerStatement = z.infer<typeof TriggerStatement>;

/**
 * The statements of the title and the text of a failure. A statement is null if no passage clearly makes it, or if a person
 * decided so. Passages that blame somebody or address people are not quoted.
 */
export const FailureStatements = z.object({
  /** The component that failed. The quotation is its name. */
  component: FailureStatement.nullable(),
  /** The symptom that people or alerts observed. */
  symptom: FailureStatement.nullable(),
  mechanism: MechanismStatement.nullable(),
  rootCause: FailureStatement.nullable(),
  trigger: TriggerStatement.nullable(),
  resolution: FailureStatement.nullable(),
});
export type FailureStatements = z.infer<typeof FailureStatements>;

/** A mechanism of the library, which a correction can name. */
export const ListedMechanism = z.object({
  /** The name, such as “Out of memory”. */
  name: z.string(),
  /** A clause that says what fails; `…` stands for the component. */
  clause: z.string(),
});
export type ListedMechanism = z.infer<typeof ListedMechanism>;
