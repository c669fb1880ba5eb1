import type { EmulatedCompany } from './emulated-company.ts';
import type { System } from './system.ts';

/** Something that goes wrong beside the events, and how it ends. */
export interface Trouble {
  readonly name: string;
  begin(): Promise<unknown>;
  /** Absent: it is over at once, or stays. */
  end?(): Promise<unknown>;
}
