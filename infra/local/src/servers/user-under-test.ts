/** Whether this process can act as another user, which only root can. */
export const isRoot = process.getuid?.() === 0;

/** Runs a check as an unprivileged user if this process is root. */
export async function asOrdinaryUser(check: () => Promise<void>): Promise<void> {
  process.seteuid?.(65_534);
  try {
    await check();
  } finally {
    process.seteuid?.(0);
  }
}
