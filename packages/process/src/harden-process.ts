/** Keeps the process running if its log cannot be written, and keeps the debugger closed. */
export function hardenProcess(): void {
  // On this signal, Node would open its debugger on port 9229, where any user of the machine could control the process.
  process.on('SIGUSR1', () => {});
  // Without listeners, the process would end if Node or a library cannot write a warning, as on a full disk.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
}
