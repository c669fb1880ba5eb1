/** Returns the name as the aliases spell it: "Start Time" and "start-time" become "start_time". */
export function normaliseColumnName(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s./-]+/gu, '_');
}
