import type { Row } from '../rows';

/** Connections with the tools of each that an agent may use; no tools stands for all. */
export type McpConfigRow = Row & {
  updatedAt: number;
  name: string;
  description: string;
  mappings: { connectionId: string; tools: string[] }[];
  /** The last part of the server's address. */
  serverId: string;
};

/** A configuration for one person. */
export type McpInstanceRow = Row & {
  updatedAt: number;
  name: string;
  configId: string;
  userIdentifier: string;
  lastUsedAt?: number;
};
