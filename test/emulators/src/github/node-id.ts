/**
 * Returns the id by which REST and GraphQL both name a deployment. It is opaque to clients, and can be resolved without
 * an index.
 */
export function deploymentNodeId(repositoryId: number, deploymentId: number): string {
  return `DE_${Buffer.from(`${repositoryId}/${deploymentId}`).toString('base64url')}`;
}

/** Returns null for a text that is no deployment's id. */
export function parseDeploymentNodeId(
  id: string,
): { readonly repositoryId: number; readonly deploymentId: number } | null {
  const text = id.startsWith('DE_') ? Buffer.from(id.slice(3), 'base64url').toString() : '';
  const [, repositoryId, deploymentId] = /^(\d+)\/(\d+)$/u.exec(text) ?? [];
  return repositoryId === undefined ? null : { repositoryId: Number(repositoryId), deploymentId: Number(deploymentId) };
}
