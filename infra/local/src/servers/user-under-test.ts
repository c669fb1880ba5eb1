/** Whether this process can act as another user, which only root can. */
export const isRoot = process.getuid?.() === 0;

export async function runAsOrdinaryUser(check: () => Promise<void>): Promise<void> {
  process.seteuid?.(65_534);
  try {
    await check();
  } finally {
    process.seteuid?.(0);
  }
}
