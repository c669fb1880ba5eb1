/**
 * Returns a deployment's node id, as used by REST and GraphQL. To clients it is opaque. The emulator can find the deployment by this id
 * without an index.
 */
export function formatDeploymentNodeId(repositoryId: number, deploymentId: number): string {
  return `DE_${Buffer.from(`${repositoryId}/${deploymentId}`).toString('base64url')}`;
}

/** Parses a deployment's node id. Returns null for other texts. */
export function parseDeploymentNodeId(
  id: string,
): { readonly repositoryId: number; readonly deploymentId: number } | null {
  const text = id.startsWith('DE_') ? Buffer.from(id.slice(3), 'base64url').toString() : '';
  const [, repositoryId, deploymentId] = /^(\d+)\/(\d+)$/u.exec(text) ?? [];
  return repositoryId === undefined ? null : { repositoryId: Number(repositoryId), deploymentId: Number(deploymentId) };
}
