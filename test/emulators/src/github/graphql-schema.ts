import { buildSchema } from 'graphql';

/**
 * The part of GitHub's public GraphQL schema that Refrain uses (https://docs.github.com/graphql/overview/public-schema): the statuses of a
 * deployment, for which GraphQL returns no numeric ids, and the pull requests that close an issue.
 */
export const graphqlSchema = buildSchema(`
  scalar DateTime
  scalar URI

  type Query {
    nodes(ids: [ID!]!): [Node]!
  }
  interface Node {
    id: ID!
  }
  interface Actor {
    login: String!
  }
  type User implements Actor {
    login: String!
  }
  type Bot implements Actor {
    login: String!
  }
  type Deployment implements Node {
    id: ID!
    commitOid: String!
    creator: Actor!
    description: String
    environment: String
    createdAt: DateTime!
    updatedAt: DateTime!
    statuses(after: String, first: Int): DeploymentStatusConnection
  }
  type Repository {
    nameWithOwner: String!
  }
  type Issue implements Node {
    id: ID!
    closedByPullRequestsReferences(after: String, first: Int, includeClosedPrs: Boolean): PullRequestConnection
  }
  type PullRequestConnection {
    nodes: [PullRequest]
    pageInfo: PageInfo!
    totalCount: Int!
  }
  type PullRequest implements Node {
    id: ID!
    number: Int!
    url: URI!
    state: PullRequestState!
    mergedAt: DateTime
    repository: Repository!
  }
  enum PullRequestState {
    CLOSED
    MERGED
    OPEN
  }
  type DeploymentStatusConnection {
    nodes: [DeploymentStatus]
    pageInfo: PageInfo!
    totalCount: Int!
  }
  type PageInfo {
    endCursor: String
    hasNextPage: Boolean!
  }
  type DeploymentStatus implements Node {
    id: ID!
    creator: Actor!
    description: String
    environment: String
    environmentUrl: URI
    logUrl: URI
    state: DeploymentStatusState!
    createdAt: DateTime!
    updatedAt: DateTime!
  }
  enum DeploymentStatusState {
    ERROR
    FAILURE
    INACTIVE
    IN_PROGRESS
    PENDING
    QUEUED
    SUCCESS
    WAITING
  }
`);
