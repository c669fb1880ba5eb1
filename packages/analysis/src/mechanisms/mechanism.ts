import type { Cause, FailureKind, Trigger } from '@refrain/domain';

/** A way in which systems fail, such as a full disk, independent of the service that failed. */
export interface Mechanism {
  readonly id: string;
  /** A noun phrase that names the mechanism, such as "Disk full". */
  readonly name: string;
  /** A clause that says what fails; `…` stands for the component, as in "… runs out of disk space". */
  readonly clause: string;
  /** True if the name alone says too little to name a pattern, such as "Wrong setting" */
  readonly isGeneral?: true;
  /** True if the mechanism says what failed but not why, so that unrelated failures state it, too, such as "Tests fail" */
  readonly isSymptom?: true;
  /** The only kind of failure that can have this mechanism; any kind if absent */
  readonly onlyKind?: FailureKind;
  readonly cause: Cause;
  /** The trigger that this mechanism implies; `unknown` if it has no usual trigger. */
  readonly trigger: Trigger;
  /**
   * Phrases that state the mechanism, in the syntax of `compilePhrase`: the words of a phrase stand near each other in
   * one sentence, in any order, and `|` separates alternatives.
   */
  readonly phrases: readonly string[];
  /** Phrases that state this mechanism or another one. They count less, and state it clearly only together. */
  readonly ambiguous?: readonly string[];
  /** Phrases that mention the mechanism without stating that it occurred. They count less. */
  readonly hints?: readonly string[];
}
