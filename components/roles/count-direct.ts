import type { AccessUse } from '@/lib/role-changes';

/** How many have the role itself, not by one that stands on it. */
export function countDirect(name: string, use: AccessUse | undefined): number {
  const having = use?.holders.filter(({ roles }) => roles.includes(name)) ?? [];
  return having.reduce((sum, { count }) => sum + count, 0);
}
