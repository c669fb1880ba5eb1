/** The message of the monitoring tool at the start of an incident, with people as roles. */
export interface IncidentOpening {
  /** Description and details of the alerts; empty if there are none. */
  readonly text: string;
}
