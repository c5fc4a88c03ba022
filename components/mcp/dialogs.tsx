'use client';

import { lazyDialog } from '@/components/ui/lazy-dialog';
import type { McpConfigRow } from '@/lib/features/mcp-configs/schema';
import type { McpInstanceRow } from '@/lib/features/mcp-instances/schema';
import type { McpAccount } from '@/lib/mcp-account';

type OfConfig = { environment: string; config: McpConfigRow };
type OfInstance = { environment: string; instance: McpInstanceRow };

export const CreateConfigDialog = lazyDialog<{ environment: string }>(
  'create',
  () => import('./create-config'),
);

export const EditConfigDialog = lazyDialog<OfConfig>('edit-config', () => import('./edit-config'));

export const DeleteConfigDialog = lazyDialog<OfConfig>('delete-config', () => import('./delete-config'));

export const CreateSessionTokenDialog = lazyDialog<OfConfig & { identifier: string }>(
  'token',
  () => import('./create-session-token'),
);

export const LinkAccountDialog = lazyDialog<{
  environment: string;
  configId: string;
  identifier: string;
  accounts: McpAccount[];
}>('authorize', () => import('./link-account'));

export const CreateInstanceDialog = lazyDialog<{
  environment: string;
  configName: string;
  person: string;
}>('create-instance', () => import('./create-instance'));

export const EditInstanceDialog = lazyDialog<OfInstance>('edit-instance', () => import('./edit-instance'));

export const DeleteInstanceDialog = lazyDialog<OfInstance>(
  'delete-instance',
  () => import('./delete-instance'),
);

export const LinkInstanceDialog = lazyDialog<OfInstance & { accounts: McpAccount[] }>(
  'authorize',
  () => import('./link-instance'),
);
