/** Returns whether a title is the one that Refrain gives to deployments, such as “Deployment of main to production”. */
export function isDeploymentTitle(title: string): boolean {
  return title.startsWith('Deployment of ');
}
