'use client';

import { useState } from 'react';
import RevokeApiKey from '@/components/api-keys/revoke-api-key';
import { Button } from '@/components/ui/button';
import { Facts } from '@/components/ui/facts';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { RelativeTime } from '@/components/ui/relative-time';
import { Section } from '@/components/ui/section';
import type { FoundApiKey } from '@/lib/features/api-keys/schema';
import { paths } from '@/lib/paths';
import { OwnerLinks } from './owner-links';

type Props = { environment: string; found: FoundApiKey; mayRevoke: boolean; onClosed: () => void };

/** An active API key: whose it is, and the way to stop it. */
export function FoundKey({ environment, found, mayRevoke, onClosed }: Props) {
  const [asks, setAsks] = useState(false);
  const { row, organizationId, organizationExternalId, userExternalId } = found;
  const claims = row.customClaims.map(({ key, value }) => `${key}: ${value}`);
  return (
    <>
      <Notice tone="warning" title={`An active API key, ending in ${row.suffix}`}>
        Whoever has it can use it now. If it leaked, revoke it: that works at once.
      </Notice>
      <Section
        title="What is known of it"
        action={
          <span className="flex gap-2">
            <LinkButton href={paths.apiKeys(environment, organizationId)}>The customer’s keys</LinkButton>
            {mayRevoke ? (
              <Button variant="danger" onClick={() => setAsks(true)}>
                Revoke API key
              </Button>
            ) : null}
          </span>
        }
      >
        <Facts
          facts={[
            {
              term: 'Belongs to',
              value: (
                <OwnerLinks environment={environment} organizationId={organizationId} userId={row.userId} />
              ),
            },
            { term: 'Acts as', value: row.userId ? (row.email ?? row.userId) : 'the organization' },
            {
              term: 'Your ids',
              value: [organizationExternalId, userExternalId].filter(Boolean).join(', ') || 'none',
            },
            { term: 'Roles', value: row.roles.join(', ') || 'none' },
            { term: 'Description', value: row.description ?? 'none' },
            { term: 'Custom claims', value: claims.join(', ') || 'none' },
            { term: 'Created', value: <RelativeTime time={row.createdAt} /> },
            { term: 'Expires', value: <RelativeTime time={row.expiresAt} missing="never" /> },
          ]}
        />
      </Section>
      {asks ? (
        <RevokeApiKey
          environment={environment}
          organizationId={organizationId}
          rows={[row]}
          subject={row.tokenId}
          onClose={() => {
            setAsks(false);
            onClosed();
          }}
        />
      ) : null}
    </>
  );
}
