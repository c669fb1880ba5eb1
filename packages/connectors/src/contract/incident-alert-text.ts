/** The message of the monitoring tool at the start of an incident. Names of people are replaced by roles. */
export interface IncidentAlertText {
  /** Description and details of the alerts; empty without alerts. */
  readonly text: string;
}
