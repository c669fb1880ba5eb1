/**
 * Returns a deployment's node id for REST and GraphQL. The id contains the ids of the repository and the deployment, so that the emulator
 * can find the deployment without an index.
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
