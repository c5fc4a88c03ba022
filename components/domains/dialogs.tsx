'use client';

import { lazyDialog } from '@/components/ui/lazy-dialog';
import type { DomainRow } from '@/lib/features/domains/schema';

type OfOrganization = { environment: string; organizationId: string };
type WithRows = OfOrganization & { rows: DomainRow[] };

export const AddDomainDialog = lazyDialog<OfOrganization>('add', () => import('./add-domain'));

export const CheckDnsDialog = lazyDialog<WithRows>('dns', () => import('./check-dns'));

export const VerifyDomainDialog = lazyDialog<WithRows>('verify', () => import('./verify-domain'));

export const DeleteDomainDialog = lazyDialog<WithRows>('delete-domain', () => import('./delete-domain'));
