import type { AssignedDomain } from '@/lib/features/connections/schema';

/** A connection and the domains that lead to it. */
export type RoutedConnection = {
  environment: string;
  organizationId: string;
  connectionId: string;
  enabled: boolean;
  domains: AssignedDomain[];
};
