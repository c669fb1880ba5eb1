/** What can be read of an incident as it begins: what the monitoring tool said. People are roles in it. */
export interface IncidentOpening {
  /** Description and details of the alerts; empty where there are none. */
  readonly text: string;
}
