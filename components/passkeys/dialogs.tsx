'use client';

import { lazyDialog } from '@/components/ui/lazy-dialog';
import type { PasskeyRow } from '@/lib/features/passkeys/schema';

type WithRows = { environment: string; userId: string; rows: PasskeyRow[] };

export const RenamePasskeyDialog = lazyDialog<WithRows>('rename-passkey', () => import('./rename-passkey'));
export const RemovePasskeyDialog = lazyDialog<WithRows>('remove-passkey', () => import('./remove-passkey'));
