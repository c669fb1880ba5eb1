/** Matches a JSON object at the end of a line that has a message, and captures the message. */
const objectWithMessage =
  /\{(?=[^\n]{0,2000}\}\s*$)[^\n]{0,1000}?"(?:msg|message|error|error_?message|reason)"\s{0,3}:\s{0,3}"((?:[^"\\\n]|\\.){1,500})"[^\n]{0,2000}\}\s*$/iu;

/** Replaces a JSON object that ends a line by its message, since its other fields vary or repeat from log to log. */
export function unwrapJsonMessage(line: string): string {
  return line.includes('":') || line.includes('" :') ? line.replace(objectWithMessage, '$1') : line;
}
