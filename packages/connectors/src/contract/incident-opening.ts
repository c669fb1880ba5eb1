/** The monitoring tool's message at the start of an incident, with people replaced by roles. */
export interface IncidentOpening {
  /** Description and details of the alerts; empty if there are none. */
  readonly text: string;
}
