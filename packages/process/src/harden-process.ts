/** Keeps the process running if its log cannot be written, and keeps the debugger closed. */
export function hardenProcess(): void {
  // On this signal, Node would open its debugger on port 9229, where any user of the machine could control the process.
  process.on('SIGUSR1', () => {});
  // Without listeners, a warning that Node or a library cannot write (full disk) would end the process.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
}
