/** The text of each value that the page shows. */
export type Labels<Name extends string> = Readonly<Record<Name, string>>;

/** Returns the keys of a record in its order, typed. */
export function namesOf<Name extends string>(labels: Labels<Name>): readonly Name[] {
  return Object.keys(labels) as Name[];
}
